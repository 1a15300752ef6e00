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
export type SlotBlock =
  | "planMissing"
  | "kitMissing"
  | "noSuchSlot"
  | "notYours"
  | "nothingToAsk"
  | "ownCardsOpen"
  | "ownCardThere";

/** The card of this laptop's person for a slot, or null where they hold none. */
export const myCardState = (view: LoopView, slotId: string): CardState | null =>
  view.cards.find((card) => card.slotId === slotId && card.personId === view.me?.personId) ?? null;

/** The newest revision that this laptop's person sealed, of their own card or as a typist; null while they sealed none. */
export const mySealed = (
  view: LoopView & Pick<OpenView, "typist">,
  slotId: string,
): SealedRevision | null => {
  const card = myCardState(view, slotId);
  if (card === null) return null;
  const mine =
    view.typist === undefined
      ? ownRevisions(card)
      : card.sealed.filter(({ typedIn }) => typedIn?.by === view.typist?.by);
  return mine.at(-1) ?? null;
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

/** True for a card that this person may still write themselves. */
const isOpen = (card: CardState, { plan }: LoopView): boolean =>
  ownRevisions(card).length === 0 &&
  (card.required ||
    (plan?.slots.some(
      ({ slotId, interviewers }) => slotId === card.slotId && interviewers.includes(card.personId),
    ) ??
      false));

/**
 * The slot with the card of `personId` as it is typed in on this laptop, whose person has to be let and must have no card of
 * their own left to write: the view's `me` is then the person whose card it is.
 */
export const slotToTypeIn = (
  view: LoopView,
  slotId: SlotId | null,
  personId: string,
): Result<FoundSlot, { readonly type: SlotBlock }> => {
  const { plan, kit, me } = view;
  if (plan === null) return err({ type: "planMissing" });
  if (kit === null) return err({ type: "kitMissing" });
  const slot = plan.slots.find((known) => known.slotId === slotId);
  if (slot === undefined) return err({ type: "noSuchSlot" });
  const card = view.cards.find((known) => known.slotId === slotId && known.personId === personId);
  const author = view.persons.find((person) => person.personId === personId);
  const typist = card?.typists?.findLast(({ by }) => by === me?.personId);
  if (card === undefined || author === undefined || typist === undefined) return err({ type: "notYours" });
  if (ownRevisions(card).length > 0) return err({ type: "ownCardThere" });
  const isBusy = view.cards.some((own) => own.personId === me?.personId && isOpen(own, view));
  if (isBusy) return err({ type: "ownCardsOpen" });
  return ok({ slot, view: { ...view, plan, kit, me: author, typist } });
};
