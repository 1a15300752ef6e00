import type { PersonId, SlotId } from "../ids";
import type { Kit } from "../kit/kit";
import { exerciseById } from "../kit/lookup";
import type { Break, Slot } from "./plan";
import { addMinutes } from "./suggest-slots";

/** What one question usually takes with its follow-ups, in minutes: six fit three quarters of an hour with some air. */
export const minutesPerQuestion = 7;

/** A time span on the wall clock of the interview room. */
export interface Span {
  readonly startsAt: string;
  readonly minutes: number;
}

/** "2026-11-23" */
export const dayOf = ({ startsAt }: Pick<Span, "startsAt">): string => startsAt.slice(0, 10);

/** Minutes since midnight of the day the span begins on. */
export const minuteOf = ({ startsAt }: Pick<Span, "startsAt">): number =>
  Number(startsAt.slice(11, 13)) * 60 + Number(startsAt.slice(14, 16));

/** True where two spans share time. A span of no minutes takes no time and shares none. */
export const overlap = (left: Span, right: Span): boolean =>
  left.minutes > 0 &&
  right.minutes > 0 &&
  left.startsAt < addMinutes(right.startsAt, right.minutes) &&
  right.startsAt < addMinutes(left.startsAt, left.minutes);

/** The days of a plan in their order; a plan without slots has none. */
export const daysOf = (spans: readonly Pick<Span, "startsAt">[]): readonly string[] =>
  [...new Set(spans.map(dayOf))].toSorted();

/** Earliest first; what begins at one moment stays in its order. */
export const inTime = <Item extends Pick<Span, "startsAt">>(items: readonly Item[]): readonly Item[] =>
  items.toSorted(
    (one, other) => Number(one.startsAt > other.startsAt) - Number(one.startsAt < other.startsAt),
  );

/** What a slot would take for everything that is in it, in minutes. */
export const neededMinutes = (kit: Kit, slot: Pick<Slot, "questionIds" | "exerciseId">): number =>
  slot.questionIds.length * minutesPerQuestion +
  (slot.exerciseId === null ? 0 : (exerciseById(kit, slot.exerciseId).minutes ?? 0));

/** Something about the times that a person should look at. None keeps a plan from being made. */
export type TimeFinding =
  /** Somebody would be in two slots, or in a slot and their break, at once. */
  | { readonly type: "person"; readonly personId: PersonId; readonly slotId: SlotId; readonly other: string }
  /** The candidate would be in two slots, or in a slot and everybody's break, at once. */
  | { readonly type: "candidate"; readonly slotId: SlotId; readonly other: string }
  | { readonly type: "room"; readonly slotId: SlotId; readonly other: string }
  /** What the slot asks takes longer than it has. */
  | { readonly type: "tooLong"; readonly slotId: SlotId; readonly needed: number; readonly minutes: number };

const peopleIn = (slot: Slot): readonly PersonId[] => [
  ...new Set([...slot.interviewers, ...slot.rolePlayers.map(({ personId }) => personId)]),
];

const roomOf = (slot: Slot): string => slot.room.trim().toLowerCase();

/** Two slots at one time: of people they share, only the candidate is sure to be in both. */
const findingsOfTwo = (slot: Slot, later: Slot): readonly TimeFinding[] => {
  if (!overlap(slot, later)) return [];
  const { slotId } = slot;
  const other = later.title;
  const shared = peopleIn(slot).filter((personId) => peopleIn(later).includes(personId));
  return [
    { type: "candidate", slotId, other },
    ...shared.map((personId): TimeFinding => ({ type: "person", personId, slotId, other })),
    ...(roomOf(slot) !== "" && roomOf(slot) === roomOf(later)
      ? [{ type: "room", slotId, other } as const]
      : []),
  ];
};

const findingsOfBreak = (slot: Slot, pause: Break): readonly TimeFinding[] => {
  if (!overlap(slot, pause)) return [];
  const { slotId } = slot;
  const other = pause.title;
  if (pause.personIds === null) return [{ type: "candidate", slotId, other }];
  const { personIds } = pause;
  return peopleIn(slot)
    .filter((personId) => personIds.includes(personId))
    .map((personId) => ({ type: "person", personId, slotId, other }));
};

const lengthOf = (kit: Kit, slot: Slot): readonly TimeFinding[] => {
  const { slotId, minutes } = slot;
  const needed = neededMinutes(kit, slot);
  return needed > minutes ? [{ type: "tooLong", slotId, needed, minutes }] : [];
};

/** Every finding about times, by slot in the plan's order. A slot that was called off takes no time. */
export const timeFindings = (
  kit: Kit,
  slots: readonly Slot[],
  breaks: readonly Break[],
): readonly TimeFinding[] => {
  const held = slots.filter(({ cancelled }) => cancelled === undefined);
  return held.flatMap((slot, index) => [
    ...held.slice(index + 1).flatMap((later) => findingsOfTwo(slot, later)),
    ...breaks.flatMap((pause) => findingsOfBreak(slot, pause)),
    ...lengthOf(kit, slot),
  ]);
};
