import type { CardState, LoopView, SealedRevision } from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";

/** Why a slot cannot be interviewed on this laptop at the moment. */
export type SlotBlock = "planMissing" | "kitMissing" | "noSuchSlot" | "notYours";

/** The card of this laptop's person for a slot, or null where they hold none. */
export const myCardState = (view: LoopView, slotId: string): CardState | null =>
  view.cards.find((card) => card.slotId === slotId && card.personId === view.me?.personId) ?? null;

/** The newest sealed revision of this laptop's person; null while nothing is sealed. */
export const mySealed = (view: LoopView, slotId: string): SealedRevision | null =>
  myCardState(view, slotId)?.sealed.at(-1) ?? null;

/** The slot with plan and kit, or why it cannot be shown. */
export const slotFor = (view: LoopView, slotId: string): Slot | SlotBlock => {
  if (view.plan === null) return "planMissing";
  if (view.kit === null) return "kitMissing";
  const slot = view.plan.slots.find((known) => known.slotId === slotId);
  if (slot === undefined) return "noSuchSlot";
  return slot.interviewers.some((personId) => personId === view.me?.personId) ? slot : "notYours";
};
