import { sha256 } from "@noble/hashes/sha2.js";
import { base64UrlSchema } from "../../domain/ids";
import type { RootHasher } from "../../domain/kit/kit-root";
import { fromBase64Url, toBase64Url } from "../../store/rows/base64url";

/** Hashes come parsed by their schema, so their text always decodes. */
const bytesOf = (text: string): Uint8Array => {
  const bytes = fromBase64Url(base64UrlSchema.parse(text));
  if (bytes === null) throw new Error("a hash that passed its schema is no base64url");
  return bytes;
};

/** SHA-256 that answers at once: checking a kit takes hundreds of hashes in a row, which WebCrypto would only promise. */
export const snapshotHasher: RootHasher = {
  sha256: (bytes) => sha256(bytes),
  utf8: (text) => new TextEncoder().encode(text),
  toBase64Url,
  fromBase64Url: bytesOf,
};
