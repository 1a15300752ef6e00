import SearchableMap from "minisearch/SearchableMap";
import { createNames, type Names } from "./columns";

/** Words this short are not guessed at: nearly everything is one letter away from them. */
const guessedFrom = 5;
const mostSlips = 2;
const slipsPerLetter = 0.25;

/** What a word counts that is only begun, or that was meant perhaps, beside one that is there: as in MiniSearch. */
const begunCounts = 0.375;
const slippedCounts = 0.45;

/** A word of the kits that a typed word may mean, and what it counts beside the very word. */
export interface Meant {
  readonly word: number;
  readonly counts: number;
}

/** Every word of the kits by number, in a tree in which the begun and the misspelt are found. */
export interface Vocabulary extends Names {
  readonly meantBy: (typed: string) => readonly Meant[];
}

const begun = (typed: string, word: string): number =>
  (begunCounts * word.length) / (word.length + 0.3 * (word.length - typed.length));

const slipped = (word: string, slips: number): number =>
  (slippedCounts * word.length) / (word.length + slips);

const slipsOf = (typed: string): number =>
  typed.length < guessedFrom ? 0 : Math.min(mostSlips, Math.round(typed.length * slipsPerLetter));

export const createVocabulary = (held: readonly string[] = []): Vocabulary => {
  const names = createNames(held);
  const tree = new SearchableMap<number>();
  for (const [number, word] of held.entries()) tree.set(word, number);
  return {
    ...names,
    numberOf: (word) => {
      const known = names.known(word);
      if (known !== undefined) return known;
      const number = names.numberOf(word);
      tree.set(word, number);
      return number;
    },
    meantBy: (typed) => {
      const counts = new Map<number, number>();
      const take = (number: number, count: number): void =>
        void counts.set(number, Math.max(count, counts.get(number) ?? 0));
      for (const [word, number] of tree.atPrefix(typed))
        take(number, word === typed ? 1 : begun(typed, word));
      const slips = slipsOf(typed);
      if (slips > 0)
        for (const [word, [number, away]] of tree.fuzzyGet(typed, slips))
          if (away > 0) take(number, slipped(word, away));
      return [...counts].map(([word, count]) => ({ word, counts: count }));
    },
  };
};
