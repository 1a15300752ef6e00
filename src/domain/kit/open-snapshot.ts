import type { Hash } from "../ids";
import { err, type Result } from "../result";
import type { KitPart } from "../sealing/entries";
import { type KitLeaf, kitLeaf, type RootHasher, rootOfLeaves } from "./kit-root";
import { type OpenedKit, type PartsFailure, partsToKit } from "./parts-to-kit";

/** What a member holds of a frozen kit. */
export interface Snapshot {
  readonly parts: readonly KitPart[];
  /** Stand for the parts this laptop may not read. */
  readonly leaves: readonly KitLeaf[];
  /** The root the signed plan names. */
  readonly root: Hash;
}

/** Why a snapshot is refused; `rootDiffers` says that it is not the one the plan names. */
export type SnapshotFailure = PartsFailure | { readonly type: "rootDiffers"; readonly root: Hash };

/** Leaves must be exactly the guides and answers the kit lacks, each once. */
const leafFailure = (leaves: readonly KitLeaf[], withheld: readonly string[]): PartsFailure | null => {
  const named = leaves.map((leaf) => leaf.path);
  const repeated = named.find((path, index) => named.indexOf(path) !== index);
  if (repeated !== undefined) return { type: "partRepeated", path: repeated };
  const stray = named.find((path) => !withheld.includes(path));
  if (stray !== undefined) return { type: "partMisplaced", path: stray };
  const missing = withheld.find((path) => !named.includes(path));
  return missing === undefined ? null : { type: "partMissing", path: missing };
};

/**
 * Opens a snapshot that somebody sent. The kit is returned only if all of it, read or withheld, hashes to
 * the root; every fault is a failure, never a throw.
 */
export const openSnapshot = (
  { parts, leaves, root }: Snapshot,
  hasher: RootHasher,
): Result<OpenedKit, SnapshotFailure> => {
  const opened = partsToKit(parts);
  if (!opened.ok) return opened;
  const failure = leafFailure(leaves, opened.value.withheld);
  if (failure !== null) return err(failure);
  const found = rootOfLeaves([...parts.map((part) => kitLeaf(part, hasher)), ...leaves], hasher);
  return found === root ? opened : err({ type: "rootDiffers", root: found });
};
