import { type SeededRandom, seededRandom } from "../../../electron/cli/seeded-random";

const beginnings =
  "b br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st t tr v w".split(" ");
const middles = "a e i o u ai ea ee ie oa ou".split(" ");
const ends = ["", "l", "m", "n", "nd", "nt", "r", "rd", "rm", "s", "st", "t", "tion", "ment", "ing", "ist"];

const syllables = (random: SeededRandom): string =>
  Array.from({ length: 1 + random.below(3) }, () => random.pick(beginnings) + random.pick(middles)).join("");

/** How many words all roles together know beside those of the bundled kits: a large technical dictionary. */
const size = 20_000;

/** The words that roles bring along, the same at every run. */
export const lexicon: readonly string[] = (() => {
  const random = seededRandom(20_000);
  const words = new Set<string>();
  while (words.size < size)
    words.add(syllables(random) + random.pick(ends) + random.pick(["", "er", "ly", "al"]));
  return [...words].filter((word) => word.length > 2);
})();

/** The words of one role: a few that every role has, many that few have, as in every language. */
export const wordsOfRole = (random: SeededRandom): readonly string[] =>
  Array.from({ length: 160 }, () => lexicon[Math.floor(lexicon.length * random.next() ** 3)] ?? "word");
