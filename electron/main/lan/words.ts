import { wordlist } from "@scure/bip39/wordlists/english.js";
import { sixWords } from "../../../src/domain/loop/lobby/six-words";

/** The six words two people read to each other, from the English BIP-39 list. */
export const wordsFor = (digest: Uint8Array): readonly string[] => sixWords(digest, wordlist);
