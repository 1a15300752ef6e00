import { createHash } from "node:crypto";
import type { RootHasher } from "../../src/domain/kit/kit-root";

/** The hashing half of the crypto port, on node:crypto. */
export const rootHasher: RootHasher = {
  sha256: (bytes) => createHash("sha256").update(bytes).digest(),
  utf8: (text) => new TextEncoder().encode(text),
  toBase64Url: (bytes) => Buffer.from(bytes).toString("base64url"),
  fromBase64Url: (text) => Buffer.from(text, "base64url"),
};
