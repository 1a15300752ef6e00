import { wordlist } from "@scure/bip39/wordlists/english.js";

/** People write words apart, in capitals and with commas. */
export const tidyWords = (words: string): readonly string[] =>
  words
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");

/** The first word that is not on the list, shortened; undefined where all are. */
export const unknownWordIn = (words: readonly string[]): string | undefined =>
  words.find((word) => !wordlist.includes(word))?.slice(0, 40);

/** A word of the list by 16 random bits; its 2048 words are drawn alike. */
export const wordAt = (bits: number): string => {
  const word = wordlist[bits % wordlist.length];
  if (word === undefined) throw new Error("the list has a word for every number");
  return word;
};
