import type { Kit } from "../../domain/kit/kit";
import type { KitLeaf } from "../../domain/kit/kit-root";
import { openSnapshot } from "../../domain/kit/open-snapshot";
import { partsToKit } from "../../domain/kit/parts-to-kit";
import type { Plan } from "../../domain/loop/plan";
import type { KitPart } from "../../domain/sealing/entries";
import type { Store } from "../../store/open-store";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";
import { snapshotHasher } from "../services/snapshot-hasher";

/** The kit a loop was planned with, as far as this laptop may read it. */
export interface FrozenKit {
  /** Null until the whole snapshot is here and hashes to the root that the signed plan names. */
  readonly of: (plan: Plan | null) => Kit | null;
  /** Looks into this laptop's own library first, which on the facilitator's laptop also has the guides. */
  readonly load: (plan: Plan | null) => Promise<void>;
}

const fromDoc = (doc: LoopDoc, plan: Plan): Kit | null => {
  const parts: KitPart[] = [];
  const leaves: KitLeaf[] = [];
  for (const part of doc.kitParts()) {
    if ("text" in part) parts.push(part);
    else leaves.push(part);
  }
  const opened = openSnapshot({ parts, leaves, root: plan.kit.kitRoot }, snapshotHasher);
  return opened.ok ? opened.value.kit : null;
};

/** Opens a snapshot once and keeps it: checking it takes a few hundred hashes. */
export const createFrozenKit = (doc: LoopDoc, store: Store): FrozenKit => {
  const opened = new Map<string, Kit>();
  const keep = (plan: Plan, kit: Kit | null): Kit | null => {
    if (kit !== null) opened.set(plan.kit.kitRoot, kit);
    return kit;
  };
  return {
    of: (plan) => {
      if (plan === null) return null;
      return opened.get(plan.kit.kitRoot) ?? keep(plan, fromDoc(doc, plan));
    },
    load: async (plan) => {
      if (plan === null || opened.has(plan.kit.kitRoot)) return;
      const frozen = await store.kits.frozen(plan.kit.kitRoot);
      if (!frozen.ok || frozen.value === null) return;
      const kit = partsToKit(frozen.value.parts);
      if (kit.ok) keep(plan, kit.value.kit);
    },
  };
};
