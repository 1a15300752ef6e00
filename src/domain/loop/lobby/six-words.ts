const wordCount = 6;
const bitsPerWord = 11;

/** Bit `at` of the bytes, counted from the highest bit of the first byte. */
const bitAt = (bytes: Uint8Array, at: number): number => ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;

const indexAt = (bytes: Uint8Array, first: number): number => {
  let index = 0;
  for (let at = first; at < first + bitsPerWord; at += 1) index = (index << 1) | bitAt(bytes, at);
  return index;
};

/**
 * Six words from the first 66 bits of a digest, 11 bits each, as BIP-39 takes its words.
 * @param wordList 2048 words; the caller brings the English BIP-39 list.
 */
export const sixWords = (digest: Uint8Array, wordList: readonly string[]): readonly string[] => {
  if (wordList.length !== 1 << bitsPerWord) throw new Error("the word list needs 2048 words");
  return Array.from({ length: wordCount }, (_, position) => {
    const word = wordList[indexAt(digest, position * bitsPerWord)];
    if (word === undefined) throw new Error("an index outside the word list");
    return word;
  });
};
