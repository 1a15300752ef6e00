import * as Y from "yjs";
import { crc32c } from "../domain/crc32c";

/**
 * What two laptops compare to see whether their documents are the same. The state vector says which changes are
 * there and cannot say which were deleted, so `mark` covers both.
 */
export interface StateDigest {
  /** Encoded state vector; the same bytes for the same state. */
  readonly vector: Uint8Array;
  /** CRC-32C of the encoded delete set and state vector. */
  readonly mark: number;
}

export const stateDigest = (doc: Y.Doc): StateDigest => ({
  vector: Y.encodeStateVector(doc),
  mark: crc32c(Y.encodeSnapshot(Y.snapshot(doc))),
});

/** True where `mine` misses nothing that `theirs` has, as far as state vectors can tell. */
export const coversVector = (mine: Uint8Array, theirs: Uint8Array): boolean => {
  const held = Y.decodeStateVector(mine);
  return [...Y.decodeStateVector(theirs)].every(([client, clock]) => (held.get(client) ?? 0) >= clock);
};

/** How many changes `theirs` has that `mine` misses: a letter, a mark or an entry each count as one. */
export const changesBeyond = (mine: Uint8Array, theirs: Uint8Array): number => {
  const held = Y.decodeStateVector(mine);
  const missing = [...Y.decodeStateVector(theirs)].map(([client, clock]) => clock - (held.get(client) ?? 0));
  return missing.reduce((sum, count) => sum + Math.max(0, count), 0);
};
