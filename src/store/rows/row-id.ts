import type { EncryptedCollection } from "../collections/documents";
import { toBase64Url } from "./base64url";

const rowIdBytes = 16;

/**
 * The id of a row that must be found again without an index on what it is about: the first 128 bits of
 * SHA-256("panelbook/row-id/1" NUL collection NUL part NUL part …) in base64url. Saving the same thing twice
 * then writes one row, also from two windows and after a crash. It reveals nothing: `parts` are random 128-bit ids
 * or hashes of ciphertext, so nobody who does not hold them already can guess them.
 */
export const derivedRowId = async (
  collection: EncryptedCollection,
  ...parts: readonly string[]
): Promise<string> => {
  const text = ["panelbook/row-id/1", collection, ...parts].join("\0");
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return toBase64Url(new Uint8Array(hash, 0, rowIdBytes));
};
