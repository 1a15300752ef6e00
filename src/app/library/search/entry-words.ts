import type { FindEntry } from "../../../domain/kit/find/find-entry";
import { plainWord } from "../../../domain/plain-word";

/** The words of a text as they are compared. */
export const wordsOf = (text: string): readonly string[] =>
  plainWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** The highest weight of a word in an entry; it has to fit into the low bits of a posting. */
export const mostWeight = 31;

/** What a word counts in each field, and how many words the field usually has. */
const fields = [
  { boost: 3, usual: 4, textOf: ({ title }: FindEntry) => title },
  { boost: 2, usual: 25, textOf: ({ text }: FindEntry) => text },
  { boost: 1, usual: 60, textOf: ({ indicators }: FindEntry) => indicators.join(" ") },
  { boost: 1.5, usual: 3, textOf: ({ kitTitle }: FindEntry) => kitTitle },
  { boost: 1, usual: 3, textOf: ({ discipline }: FindEntry) => discipline },
  { boost: 1, usual: 3, textOf: ({ round }: FindEntry) => round },
] as const;

const mostScore = fields.reduce((sum, { boost }) => sum + boost, 0);

/** Saturation and length, as in BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, 3.4. */
const saturation = 1.2;
const lengthShare = 0.75;

const countsIn = (words: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** Every word of an entry with its weight there, 1 to `mostWeight`. A word weighs more in a title and in a short text. */
export const weightsOf = (entry: FindEntry): ReadonlyMap<string, number> => {
  const scores = new Map<string, number>();
  for (const { boost, usual, textOf } of fields) {
    const words = wordsOf(textOf(entry));
    const slow = saturation * (1 - lengthShare + (lengthShare * words.length) / usual);
    for (const [word, count] of countsIn(words))
      scores.set(word, (scores.get(word) ?? 0) + (boost * count) / (count + slow));
  }
  return new Map(
    [...scores].map(([word, score]) => [
      word,
      Math.max(1, Math.min(mostWeight, Math.round((mostWeight * score) / mostScore))),
    ]),
  );
};
