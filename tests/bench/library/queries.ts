import { type SeededRandom, seededRandom } from "../../../electron/cli/seeded-random";
import { kitAt } from "./many-kits";

/** Words as people look for them: what is shorter narrows nothing. */
const longWords = (text: string): readonly string[] => text.match(/[A-Za-z]{5,}/g) ?? [];

/** Two neighbouring letters in the wrong order, as fingers write. */
const slipped = (word: string, random: SeededRandom): string => {
  const at = 1 + random.below(word.length - 2);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
};

const queryOf = (random: SeededRandom, kits: number): string => {
  const kit = kitAt(random.below(kits));
  const texts = [
    kit.title,
    ...kit.questions.flatMap(({ prompt, positive }) => [prompt, ...positive.map(({ text }) => text)]),
  ];
  const words = longWords(random.pick(texts));
  const from = random.below(Math.max(1, words.length - 1));
  const some = words.slice(from, from + 1 + random.below(3)).map((word) => word.toLowerCase());
  // A quarter of the words is misspelt.
  return some.map((word) => (random.next() < 0.25 ? slipped(word, random) : word)).join(" ");
};

/** So many queries that were meant for something in the first `kits` generated kits, the same at every run with a seed. */
export const queriesFor = (count: number, kits: number, seed: number): readonly string[] => {
  const random = seededRandom(seed);
  const queries: string[] = [];
  while (queries.length < count) {
    const query = queryOf(random, kits);
    if (query !== "") queries.push(query);
  }
  return queries;
};
