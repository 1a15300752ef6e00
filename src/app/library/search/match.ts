import { withRoom } from "./columns";
import { type Postings, type Stretch, weightBits, weightMask } from "./postings";
import type { Meant, Vocabulary } from "./vocabulary";

/** What was typed, word by word, with the words of the kits each may mean. */
export interface Question {
  readonly words: readonly (readonly Meant[])[];
}

/** Which entries match, the best first as far as they are wanted. */
export interface Matches {
  readonly best: readonly number[];
  readonly count: number;
}

/**
 * How rare a typed word is among so many entries, in whatever way it is meant: BM25's, which is never negative. By each meant word
 * alone, a rare one that is only begun would come before the very word.
 */
const rarity = (entries: number, count: number): number =>
  Math.log(1 + (entries - count + 0.5) / (count + 0.5));

/** The `most` best of the entries, by score and then by their order. */
export const bestOf = (
  entries: readonly number[],
  scoreOf: (entry: number) => number,
  most: number,
): readonly number[] => {
  const isBefore = (one: number, other: number): boolean =>
    scoreOf(one) > scoreOf(other) || (scoreOf(one) === scoreOf(other) && one < other);
  const best: number[] = [];
  for (const entry of entries) {
    const last = best[most - 1];
    if (last !== undefined && !isBefore(entry, last)) continue;
    let at = best.length;
    while (at > 0 && isBefore(entry, best[at - 1] ?? -1)) at -= 1;
    best.splice(at, 0, entry);
    if (best.length > most) best.pop();
  }
  return best;
};

/** Finds the entries in which every typed word stands, in one of the ways it may be meant. */
export interface Matcher {
  readonly match: (
    question: Question,
    passes: (entry: number) => boolean,
    entries: number,
    most: number,
  ) => Matches;
}

/** What a matcher knows of each entry while it matches. */
interface Tally {
  readonly sums: Float64Array;
  /** With what the word at hand counts so far. */
  readonly lasts: Float64Array;
  /** How many of the typed words stand in it. */
  readonly had: Uint8Array;
}

/** Counts the first typed word: entries that do not pass are left out for good. */
const begin = (
  { list, from, to }: Stretch,
  factor: number,
  { sums, lasts, had }: Tally,
  passes: (entry: number) => boolean,
  reached: number[],
): void => {
  for (let at = from; at < to; at += 1) {
    const posting = list[at] ?? 0;
    const entry = posting >>> weightBits;
    const score = factor * (posting & weightMask);
    if (had[entry] === 0) {
      if (!passes(entry)) continue;
      had[entry] = 1;
      reached.push(entry);
    } else if (score <= (lasts[entry] ?? 0)) continue;
    sums[entry] = score;
    lasts[entry] = score;
  }
};

/** Counts a further typed word, in entries that had all before it. */
const goOn = (
  { list, from, to }: Stretch,
  factor: number,
  { sums, lasts, had }: Tally,
  turn: number,
  reached: number[],
): void => {
  for (let at = from; at < to; at += 1) {
    const posting = list[at] ?? 0;
    const entry = posting >>> weightBits;
    const before = had[entry] ?? 0;
    if (before < turn) continue;
    const score = factor * (posting & weightMask);
    if (before === turn) {
      had[entry] = turn + 1;
      reached.push(entry);
      sums[entry] = (sums[entry] ?? 0) + score;
    } else if (score > (lasts[entry] ?? 0)) sums[entry] = (sums[entry] ?? 0) + score - (lasts[entry] ?? 0);
    else continue;
    lasts[entry] = score;
  }
};

/**
 * Walks the postings of every meant word once, the rarest typed word first. An entry counts with the best of what a typed word
 * may mean there; columns by entry number hold the sums and how many of the typed words an entry had so far.
 */
export const createMatcher = (postings: Postings): Matcher => {
  let sums = new Float64Array(0);
  let lasts = new Float64Array(0);
  let had = new Uint8Array(0);
  const sizeOf = (meant: readonly Meant[]): number =>
    meant.reduce((sum, { word }) => sum + postings.count(word), 0);

  return {
    match: ({ words }, passes, entries, most) => {
      sums = withRoom(sums, entries);
      lasts = withRoom(lasts, entries);
      had = withRoom(had, entries);
      const tally = { sums, lasts, had };
      const touched: number[][] = [];
      const inTurn = [...words].sort((one, other) => sizeOf(one) - sizeOf(other));
      for (const [turn, meant] of inTurn.entries()) {
        const reached: number[] = [];
        const rare = rarity(entries, Math.min(entries, sizeOf(meant)));
        for (const { word, counts } of meant) {
          const factor = counts * rare;
          for (const stretch of postings.stretchesOf(word))
            if (turn === 0) begin(stretch, factor, tally, passes, reached);
            else goOn(stretch, factor, tally, turn, reached);
        }
        touched.push(reached);
      }
      const reached = touched.at(-1) ?? [];
      const best = bestOf(reached, (entry) => sums[entry] ?? 0, most);
      for (const entry of touched[0] ?? []) had[entry] = 0;
      return { best, count: reached.length };
    },
  };
};

/** The words that were typed, each with what it may mean. */
export const questionOf = (words: readonly string[], vocabulary: Vocabulary): Question => ({
  words: [...new Set(words)].map(vocabulary.meantBy),
});
