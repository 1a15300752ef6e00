import { type Hash, hashSchema } from "../ids";
import type { CryptoPort } from "../sealing/crypto-port";
import type { KitPart } from "../sealing/entries";

/** The primitives a root needs; `CryptoPort` has them. */
export type RootHasher = Pick<CryptoPort, "sha256" | "utf8" | "toBase64Url" | "fromBase64Url">;

/** A part known by its hash alone: this laptop may check that it is in the snapshot, not read it. */
export interface KitLeaf {
  readonly path: string;
  readonly hash: Hash;
}

const concat = (...pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/**
 * The leaf of one part: SHA-256 of "panelbook/1/kit-part" NUL path NUL text, all UTF-8. Neither a path nor
 * canonical JSON contains NUL, so the three pieces cannot be cut apart differently. The audience is not
 * hashed because the path decides it.
 */
export const kitLeaf = (part: KitPart, hasher: RootHasher): KitLeaf => {
  const bytes = hasher.utf8(`panelbook/1/kit-part\0${part.path}\0${part.text}`);
  return { path: part.path, hash: hashSchema.parse(hasher.toBase64Url(hasher.sha256(bytes))) };
};

/** One level up. Leaves and nodes have different prefixes, so a node can never be passed off as a leaf. */
const parents = (level: readonly Uint8Array[], hasher: RootHasher): readonly Uint8Array[] => {
  const prefix = hasher.utf8("panelbook/1/kit-node\0");
  const above: Uint8Array[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = level.slice(at, at + 2);
    if (left === undefined) break;
    above.push(right === undefined ? left : hasher.sha256(concat(prefix, left, right)));
  }
  return above;
};

const byPath = (left: KitLeaf, right: KitLeaf): number =>
  left.path < right.path ? -1 : Number(left.path > right.path);

/**
 * The Merkle root of a snapshot whose parts are known, some perhaps only as leaves. Leaves are taken in the
 * order of their paths (UTF-16 code units; paths are ASCII). A node is SHA-256 of "panelbook/1/kit-node" NUL
 * and the two 32-byte hashes under it. An odd one out moves up unchanged: were it paired with a copy of
 * itself, as Bitcoin does, `a b c` and `a b c c` would have one root (CVE-2012-2459).
 * Paths are unique and there is at least one; nothing to hash is a bug.
 */
export const rootOfLeaves = (leaves: readonly KitLeaf[], hasher: RootHasher): Hash => {
  let level: readonly Uint8Array[] = leaves.toSorted(byPath).map((leaf) => hasher.fromBase64Url(leaf.hash));
  while (level.length > 1) level = parents(level, hasher);
  const [root] = level;
  if (root === undefined) throw new Error("a snapshot without parts has no root");
  return hashSchema.parse(hasher.toBase64Url(root));
};

/** The Merkle root of a whole snapshot, in whatever order its parts come. */
export const kitRoot = (parts: readonly KitPart[], hasher: RootHasher): Hash =>
  rootOfLeaves(
    parts.map((part) => kitLeaf(part, hasher)),
    hasher,
  );
