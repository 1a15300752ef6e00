import type { PersonId } from "../ids";
import { longestSlot, type Slot } from "./plan";
import { minuteOf } from "./plan-times";
import { addMinutes } from "./suggest-slots";

/** By how much a slot moves or grows at a time, in minutes. */
export const slotStep = 5;

const lastMinute = 24 * 60 - slotStep;

/** The slot so many minutes later, or earlier. It stays on its day. */
export const movedSlot = (slot: Slot, by: number): Slot => {
  const from = minuteOf(slot);
  const to = Math.max(0, Math.min(lastMinute, from + by));
  return { ...slot, startsAt: addMinutes(slot.startsAt, to - from) };
};

/** The slot so many minutes longer, or shorter: never under none, never over ten hours. */
export const lengthenedSlot = (slot: Slot, by: number): Slot => ({
  ...slot,
  minutes: Math.max(0, Math.min(longestSlot, slot.minutes + by)),
});

/** The slot with one interviewer in another's place. Who already sits in it is not seated twice. */
export const handedSlot = (slot: Slot, from: PersonId, to: PersonId): Slot =>
  slot.interviewers.includes(to)
    ? slot
    : { ...slot, interviewers: slot.interviewers.map((id) => (id === from ? to : id)) };
