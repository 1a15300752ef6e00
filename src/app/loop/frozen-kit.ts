import type { Hash } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import type { KitLeaf } from "../../domain/kit/kit-root";
import { openSnapshot } from "../../domain/kit/open-snapshot";
import { partsToKit } from "../../domain/kit/parts-to-kit";
import { kitToParts } from "../../domain/kit/snapshot";
import type { Plan } from "../../domain/loop/plan";
import type { KitPart } from "../../domain/sealing/entries";
import type { Store } from "../../store/open-store";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";
import { snapshotHasher } from "../services/snapshot-hasher";

/** The kit a loop was planned with, as far as this laptop may read it. */
export interface FrozenKit {
  /** Null until it was found whole, hashing to the root that the signed plan names. */
  readonly of: (plan: Plan | null) => Kit | null;
  /**
   * Looks for the plan's kit: first among this laptop's own snapshots, which where the loop was founded also have the
   * guides, then in the document. What the document had is kept here, so that nobody can take it away again.
   */
  readonly find: (plan: Plan | null) => Promise<void>;
}

const fromDoc = (doc: LoopDoc, root: Hash): Kit | null => {
  const parts: KitPart[] = [];
  const leaves: KitLeaf[] = [];
  for (const part of doc.kitParts()) {
    if ("text" in part) parts.push(part);
    else leaves.push({ path: part.path, hash: part.hash });
  }
  const opened = openSnapshot({ parts, leaves, root }, snapshotHasher);
  return opened.ok ? opened.value.kit : null;
};

const fromStore = async (store: Store, root: Hash): Promise<Kit | null> => {
  const frozen = await store.kits.frozen(root);
  if (!frozen.ok || frozen.value === null) return null;
  const kit = partsToKit(frozen.value.parts);
  return kit.ok ? kit.value.kit : null;
};

/** A kit as everybody in the loop may read it: without the guides and answers that are for some. */
export const openKit = (kit: Kit): Kit => {
  const opened = partsToKit(kitToParts(kit).filter(({ audience }) => audience === "all"));
  if (!opened.ok) throw new Error(`a kit without its guides is no kit: ${opened.error.type}`);
  return opened.value.kit;
};

/** Opens a snapshot once and remembers it: checking it takes a few hundred hashes. */
export const createFrozenKit = (doc: LoopDoc, store: Store): FrozenKit => {
  const found = new Map<Hash, Kit>();
  const notHere = new Set<Hash>();

  const takeFromStore = async (root: Hash): Promise<void> => {
    const kit = await fromStore(store, root);
    if (kit === null) notHere.add(root);
    else found.set(root, kit);
  };
  const takeFromDoc = async ({ kit: { kitRoot, kitId, version } }: Plan): Promise<void> => {
    const kit = fromDoc(doc, kitRoot);
    if (kit === null) return;
    found.set(kitRoot, kit);
    const parts = kitToParts(kit).filter(({ audience }) => audience === "all");
    // Not kept is no harm while the document has it; the next start tries again.
    await store.kits.freeze({ kitRoot, kitId, version, parts: [...parts] });
  };
  return {
    of: (plan) => (plan === null ? null : (found.get(plan.kit.kitRoot) ?? null)),
    find: async (plan) => {
      if (plan === null) return;
      const { kitRoot } = plan.kit;
      if (!found.has(kitRoot) && !notHere.has(kitRoot)) await takeFromStore(kitRoot);
      if (!found.has(kitRoot)) await takeFromDoc(plan);
    },
  };
};
