import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { err, ok, type Result } from "../../../src/domain/result";
import { recoveryEntropyBytes } from "../../../src/domain/sealing/recovery-key";
import type { RecoveryWordsFailure } from "../../contract/vault";
import { tidyWords, unknownWordIn } from "./word-list";

/** 16 bytes as the twelve English words of BIP-39. */
export const wordsOf = (entropy: Uint8Array): string => entropyToMnemonic(entropy, wordlist);

/** The 16 bytes that twelve words say, or which word is none of the list. */
export const entropyOf = (words: string): Result<Uint8Array, RecoveryWordsFailure> => {
  const tidied = tidyWords(words);
  const unknown = unknownWordIn(tidied);
  if (unknown !== undefined) return err({ type: "unknownWord", word: unknown });
  try {
    const entropy = mnemonicToEntropy(tidied.join(" "), wordlist);
    return entropy.length === recoveryEntropyBytes ? ok(entropy) : err({ type: "wordsDoNotFit" });
  } catch {
    // The library throws for a wrong number of words and for words whose checksum is wrong.
    return err({ type: "wordsDoNotFit" });
  }
};
