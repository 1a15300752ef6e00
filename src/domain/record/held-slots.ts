import type { Slot } from "../loop/plan";
import type { LoopRecord } from "./record";

/** The slots that took place as far as the record says, in the plan's order: not called off, or with a card all the same. */
export const heldSlots = ({ plan, cards }: Pick<LoopRecord, "plan" | "cards">): readonly Slot[] => {
  const written = new Set<string>(cards.map(({ slotId }) => slotId));
  return plan.slots.filter(({ slotId, cancelled }) => cancelled !== true || written.has(slotId));
};
