import { scrypt } from "node:crypto";
import { err, ok, type Result } from "../../../src/domain/result";
import type { CryptoPort } from "../../../src/domain/sealing/crypto-port";
import type { WordsFailure } from "../../contract/hand-overs";
import { tidyWords, unknownWordIn, wordAt } from "../vault/word-list";

/** Six words of 2048 are 66 bits: with scrypt before each guess nobody tries them all. */
const count = 6;

/** Six random words. */
export const proposedWords = (crypto: Pick<CryptoPort, "randomBytes">): string => {
  const bytes = crypto.randomBytes(2 * count);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Array.from({ length: count }, (_, index) => wordAt(view.getUint16(2 * index))).join(" ");
};

/** The words as they make the key: in lower case, one blank between two. */
export const readWords = (typed: string): Result<string, WordsFailure> => {
  const words = tidyWords(typed);
  const word = unknownWordIn(words);
  if (word !== undefined) return err({ type: "unknownWord", word });
  return words.length === count ? ok(words.join(" ")) : err({ type: "wordsDoNotFit" });
};

/** Makes 32 bytes of words and salt, and takes its time for it. */
export type Stretch = (words: string, salt: Uint8Array) => Promise<Uint8Array>;

/** RFC 7914; 128 MiB and about half a second for each guess. Part of format 1. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;

export const stretchWords: Stretch = (words, salt) =>
  new Promise((resolve, reject) => {
    scrypt(words, salt, 32, cost, (error, key) =>
      error === null ? resolve(new Uint8Array(key)) : reject(error),
    );
  });
