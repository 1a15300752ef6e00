/** A posting is an entry's number and, in its five low bits, a word's weight there (`mostWeight` is 31). */
export const weightBits = 5;
export const weightMask = 31;

const posted = (entry: number, weight: number): number => entry * (weightMask + 1) + weight;

/** Postings from one place of a list up to another. */
export interface Stretch {
  readonly list: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** Where each word stands: by the word's number, the entries' numbers with its weight there. */
export interface Postings {
  readonly add: (word: number, entry: number, weight: number) => void;
  /** In how many entries the word stands, those that were dropped since counted. */
  readonly count: (word: number) => number;
  /** Where the word's postings lie: a stretch of a packed column, and beside it what came since. */
  readonly stretchesOf: (word: number) => readonly Stretch[];
  /** How many were added since the last packing, and how many there are in all. */
  readonly loose: () => number;
  readonly size: () => number;
  /** Puts everything into two packed columns; entries get the number that `renumber` has, those with -1 go. */
  readonly pack: (words: number, renumber: Int32Array | null) => void;
  /** The packed columns; `pack` before. */
  readonly packed: () => { readonly starts: Uint32Array; readonly packed: Uint32Array };
}

/**
 * Postings in packed columns of four bytes each, beside lists for what came since: objects would take thirty times the
 * memory and the garbage collector's time, and a search looks at millions.
 */
export const createPostings = (
  held: { readonly starts: Uint32Array; readonly packed: Uint32Array } | null = null,
): Postings => {
  let starts = held?.starts ?? new Uint32Array(1);
  let packed = held?.packed ?? new Uint32Array(0);
  let lists: number[][] = [];
  let loose = 0;
  const range = (word: number): readonly [number, number] =>
    word + 1 < starts.length ? [starts[word] ?? 0, starts[word + 1] ?? 0] : [0, 0];

  const pack: Postings["pack"] = (words, renumber) => {
    const nextStarts = new Uint32Array(words + 1);
    let next = new Uint32Array(packed.length + loose);
    let at = 0;
    const put = (posting: number): void => {
      const entry = posting >>> weightBits;
      const renumbered = renumber === null ? entry : (renumber[entry] ?? -1);
      if (renumbered < 0) return;
      next[at] = posted(renumbered, posting & weightMask);
      at += 1;
    };
    for (let word = 0; word < words; word += 1) {
      const [from, to] = range(word);
      for (let index = from; index < to; index += 1) put(packed[index] ?? 0);
      for (const posting of lists[word] ?? []) put(posting);
      nextStarts[word + 1] = at;
    }
    if (at < next.length) next = next.slice(0, at);
    [starts, packed, lists, loose] = [nextStarts, next, [], 0];
  };

  return {
    add: (word, entry, weight) => {
      const list = lists[word] ?? [];
      lists[word] = list;
      list.push(posted(entry, weight));
      loose += 1;
    },
    count: (word) => {
      const [from, to] = range(word);
      return to - from + (lists[word]?.length ?? 0);
    },
    stretchesOf: (word) => {
      const [from, to] = range(word);
      const list = lists[word] ?? [];
      return [
        { list: packed, from, to },
        { list, from: 0, to: list.length },
      ];
    },
    loose: () => loose,
    size: () => packed.length + loose,
    pack,
    packed: () => ({ starts, packed }),
  };
};
