import type { LoopId } from "../../../domain/ids";
import type { Store } from "../../../store/open-store";
import { borrowedLoopsIn } from "./borrowed-setting";
import { type WipeParts, wipeLoop } from "./wipe-loop";

export interface ForgetParts extends WipeParts {
  readonly store: WipeParts["store"] & {
    readonly loops: Pick<Store["loops"], "one">;
    readonly drafts: Pick<Store["drafts"], "ofLoop">;
  };
}

/** Nothing of the loop ever came to lie here: neither the loop itself nor a word of a card. Not where that cannot be read. */
const isNothingThere = async ({ store }: ForgetParts, loopId: LoopId): Promise<boolean> => {
  const loop = await store.loops.one(loopId);
  if (!loop.ok || loop.value !== null) return false;
  const drafts = await store.drafts.ofLoop(loopId);
  return drafts.ok && drafts.value.rows.length === 0 && drafts.value.unreadable.length === 0;
};

/**
 * Takes off what is left of joinings on this borrowed laptop that broke off after the loop's key was made: the laptop would count
 * as borrowed for ever, and its owner be without a recovery key. Asked at the start, before anybody can be joining.
 */
export const forgetBegunJoinings = async (parts: ForgetParts): Promise<void> => {
  for (const loopId of await borrowedLoopsIn(parts.store.settings))
    if (await isNothingThere(parts, loopId)) await wipeLoop(parts, loopId, null);
};
