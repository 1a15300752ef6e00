import type { PersonId, SlotId } from "../../ids";
import { err, ok, type Result } from "../../result";
import { longestSlot, type Plan, type RequiredCard, requiredCardsOf, type Slot } from "../plan";
import { dayOf, type Span } from "../plan-times";
import { type Person, wearsHat } from "../roster";
import { addMinutes } from "../suggest-slots";
import { type Arranged, type ArrangeRefusal, arrange } from "./arrange";
import { changeWholePlan, type WholePlanChange, type WholePlanRefusal } from "./whole-plan-change";

/** What the authority may do to the plan of a running loop. Times are local, minutes whole. */
export type PlanChange = SlotChange | Arranged | WholePlanChange;

/** What happens to one slot, or from it on. */
export type SlotChange =
  /** The candidate is late: this slot and everything after it on that day begins so many minutes later. */
  | { readonly kind: "late"; readonly slotId: SlotId; readonly minutes: number }
  | { readonly kind: "moved"; readonly slotId: SlotId; readonly startsAt: string }
  | { readonly kind: "placed"; readonly slotId: SlotId; readonly minutes: number; readonly room: string }
  | {
      readonly kind: "swapped";
      readonly slotId: SlotId;
      readonly leaves: PersonId;
      readonly comes: PersonId;
    }
  | { readonly kind: "cancelled"; readonly slotId: SlotId };

export type PlanChangeRefusal =
  | ArrangeRefusal
  | WholePlanRefusal
  | {
      readonly type: "pastMidnight" | "notInTheSlot" | "alreadyInTheSlot" | "unknownPerson" | "mayNotScore";
    };

/** What a change is judged by beside the plan. */
export interface ChangeGround {
  readonly persons: readonly Person[];
  /** Who holds escrow and therefore must owe no card. */
  readonly escrow: PersonId | null;
  /** The cards that are sealed as far as this laptop knows. They stay required where they were. */
  readonly sealed: readonly RequiredCard[];
  /** True once an interview of the loop began, as far as this laptop knows. */
  readonly begun: boolean;
}

type Changed = Result<Plan, PlanChangeRefusal>;

const refuse = (type: PlanChangeRefusal["type"]): Changed => err({ type });

const isSame = (card: RequiredCard, slotId: SlotId, personId: PersonId): boolean =>
  card.slotId === slotId && card.personId === personId;

const withSlot = (plan: Plan, changed: Slot): Plan => ({
  ...plan,
  slots: plan.slots.map((slot) => (slot.slotId === changed.slotId ? changed : slot)),
});

type Timed = Pick<Span, "startsAt">;

/** True for what begins on the same day as `first` and not before it. */
const isInRestOfDay =
  (first: Timed) =>
  (item: Timed): boolean =>
    dayOf(item) === dayOf(first) && item.startsAt >= first.startsAt;

/** Slots and breaks alike: a day that is half put off has people in two rooms. */
const putOff = (plan: Plan, first: Slot, minutes: number): Changed => {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > longestSlot) return refuse("minutesOutOfRange");
  const isLater = isInRestOfDay(first);
  const later = <Item extends Timed>(item: Item): Item =>
    isLater(item) ? { ...item, startsAt: addMinutes(item.startsAt, minutes) } : item;
  const slots = plan.slots.map(later);
  const isPast = slots.some((slot, index) => dayOf(slot) !== dayOf(plan.slots[index] ?? slot));
  return isPast ? refuse("pastMidnight") : ok({ ...plan, slots, breaks: plan.breaks.map(later) });
};

const move = (plan: Plan, slot: Slot, startsAt: string): Changed => {
  if (Number.isNaN(Date.parse(`${startsAt}:00Z`)) || startsAt.length !== 16) return refuse("notATime");
  return startsAt === slot.startsAt ? refuse("nothingChanges") : ok(withSlot(plan, { ...slot, startsAt }));
};

const place = (plan: Plan, slot: Slot, { minutes, room }: Pick<Slot, "minutes" | "room">): Changed => {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > longestSlot) return refuse("minutesOutOfRange");
  if (minutes === slot.minutes && room.trim() === slot.room) return refuse("nothingChanges");
  return ok(withSlot(plan, { ...slot, minutes, room: room.trim() }));
};

/** Who may come into a slot: observers, shadows and the records keeper owe no card wherever they sit, nor does escrow. */
export const mayScore = (person: Person, escrow: PersonId | null): boolean =>
  person.personId !== escrow &&
  !wearsHat(person, "observer") &&
  !wearsHat(person, "shadow") &&
  !wearsHat(person, "recordsKeeper");

const isKept = ({ sealed }: ChangeGround, card: RequiredCard): boolean =>
  sealed.some((known) => isSame(known, card.slotId, card.personId));

/** The required cards follow the person who comes; a card that is sealed already stays required and counts. */
const swap = (
  plan: Plan,
  slot: Slot,
  { leaves, comes }: Extract<SlotChange, { kind: "swapped" }>,
  ground: ChangeGround,
): Changed => {
  const coming = ground.persons.find(({ personId }) => personId === comes);
  if (coming === undefined) return refuse("unknownPerson");
  if (!slot.interviewers.includes(leaves)) return refuse("notInTheSlot");
  if (slot.interviewers.includes(comes)) return refuse("alreadyInTheSlot");
  if (!mayScore(coming, ground.escrow)) return refuse("mayNotScore");
  const interviewers = slot.interviewers.map((personId) => (personId === leaves ? comes : personId));
  const stays = plan.required.filter((card) => !isSame(card, slot.slotId, leaves) || isKept(ground, card));
  const added = requiredCardsOf([{ ...slot, interviewers: [comes] }], new Set()).filter(
    (card) => !stays.some((known) => isSame(known, card.slotId, card.personId)),
  );
  return ok({ ...withSlot(plan, { ...slot, interviewers }), required: [...stays, ...added] });
};

/** The slot stays in the plan, empty: what was sealed for it keeps its title, and nobody wonders where it went. */
const cancel = (plan: Plan, slot: Slot, ground: ChangeGround): Changed =>
  ok({
    ...withSlot(plan, { ...slot, interviewers: [], rolePlayers: [], cancelled: true }),
    required: plan.required.filter((card) => card.slotId !== slot.slotId || isKept(ground, card)),
  });

const changeSlot = (plan: Plan, change: SlotChange, ground: ChangeGround): Changed => {
  const slot = plan.slots.find(({ slotId }) => slotId === change.slotId);
  if (slot === undefined) return refuse("unknownSlot");
  if (slot.cancelled === true) return refuse("slotCancelled");
  switch (change.kind) {
    case "late":
      return putOff(plan, slot, change.minutes);
    case "moved":
      return move(plan, slot, change.startsAt);
    case "placed":
      return place(plan, slot, change);
    case "swapped":
      return swap(plan, slot, change, ground);
    case "cancelled":
      return cancel(plan, slot, ground);
  }
};

/** The plan after a change, or why there is none. The reason of the change stands beside the plan, in what is signed. */
export const changePlan = (plan: Plan, change: PlanChange, ground: ChangeGround): Changed => {
  if (change.kind === "arranged") return arrange(plan, change);
  return "slotId" in change ? changeSlot(plan, change, ground) : changeWholePlan(plan, change, ground.begun);
};
