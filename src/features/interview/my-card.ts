import type { SlotId } from "../../domain/ids";
import {
  type CardState,
  type LoopView,
  ownRevisions,
  type SealedRevision,
} from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";
import { err, ok, type Result } from "../../domain/result";
import type { OpenView } from "./desk";

/** Why a slot cannot be interviewed on this laptop at the moment. */
export type SlotBlock = "planMissing" | "kitMissing" | "noSuchSlot" | "notYours" | "nothingToAsk";

/** The card of this laptop's person for a slot, or null where they hold none. */
export const myCardState = (view: LoopView, slotId: string): CardState | null =>
  view.cards.find((card) => card.slotId === slotId && card.personId === view.me?.personId) ?? null;

/** The newest revision that this laptop's person sealed; null while they sealed none. */
export const mySealed = (view: LoopView, slotId: string): SealedRevision | null => {
  const card = myCardState(view, slotId);
  return card === null ? null : (ownRevisions(card).at(-1) ?? null);
};

type FoundSlot = { readonly slot: Slot; readonly view: OpenView };

/** The slot with plan and kit, or why it cannot be shown; null is an address that names no slot. */
export const slotFor = (
  view: LoopView,
  slotId: SlotId | null,
): Result<FoundSlot, { readonly type: SlotBlock }> => {
  const { plan, kit } = view;
  if (plan === null) return err({ type: "planMissing" });
  if (kit === null) return err({ type: "kitMissing" });
  const slot = plan.slots.find((known) => known.slotId === slotId);
  if (slot === undefined) return err({ type: "noSuchSlot" });
  // Somebody who was swapped out of the slot keeps what they began, and may still seal it.
  const begun = myCardState(view, slot.slotId)?.progress != null;
  const mine = begun || slot.interviewers.some((personId) => personId === view.me?.personId);
  return mine ? ok({ slot, view: { ...view, plan, kit } }) : err({ type: "notYours" });
};
