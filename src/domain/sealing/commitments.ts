import type { Hash } from "../ids";
import { concatBytes } from "./bytes";
import type { CryptoPort } from "./crypto-port";
import { hashOf } from "./signing";

/** Binds an author to one card without showing it: SHA-256(salt ‖ card bytes). */
export const cardCommit = (salt: Uint8Array, card: Uint8Array, crypto: CryptoPort): Hash =>
  hashOf(concatBytes(salt, card), crypto);

/**
 * Binds an envelope to one content key: SHA-256("panelbook/1/content-key" NUL ‖ key). AES-GCM alone does not:
 * a ciphertext can be made that opens under two keys to two texts.
 */
export const keyCommit = (contentKey: Uint8Array, crypto: CryptoPort): Hash =>
  hashOf(concatBytes(crypto.utf8("panelbook/1/content-key\0"), contentKey), crypto);
