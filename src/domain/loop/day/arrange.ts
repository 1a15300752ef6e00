import type { BreakId, SlotId } from "../../ids";
import { err, ok, type Result } from "../../result";
import { localTimeSchema, longestSlot, type Plan } from "../plan";

/** Several slots and breaks at other times or in other rooms at once, as a calendar gave them. */
export interface Arranged {
  readonly kind: "arranged";
  readonly slots: readonly {
    readonly slotId: SlotId;
    readonly startsAt: string;
    readonly minutes: number;
    readonly room: string;
  }[];
  readonly breaks: readonly {
    readonly breakId: BreakId;
    readonly startsAt: string;
    readonly minutes: number;
  }[];
}

export type ArrangeRefusal = {
  readonly type:
    | "unknownSlot"
    | "unknownBreak"
    | "slotCancelled"
    | "minutesOutOfRange"
    | "notATime"
    | "nothingChanges";
};

export const isLocalTime = (text: string): boolean => localTimeSchema.safeParse(text).success;

export const isLength = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= 0 && minutes <= longestSlot;

const refusalOf = (plan: Plan, { slots, breaks }: Arranged): ArrangeRefusal["type"] | null => {
  const known = slots.map(({ slotId }) => plan.slots.find((slot) => slot.slotId === slotId));
  if (known.includes(undefined)) return "unknownSlot";
  if (known.some((slot) => slot?.cancelled === true)) return "slotCancelled";
  if (breaks.some(({ breakId }) => plan.breaks.every((pause) => pause.breakId !== breakId)))
    return "unknownBreak";
  if (![...slots, ...breaks].every(({ startsAt }) => isLocalTime(startsAt))) return "notATime";
  return [...slots, ...breaks].every(({ minutes }) => isLength(minutes)) ? null : "minutesOutOfRange";
};

/** The plan with everything where it now is; all of it or nothing. */
export const arrange = (plan: Plan, arranged: Arranged): Result<Plan, ArrangeRefusal> => {
  const refusal = refusalOf(plan, arranged);
  if (refusal !== null) return err({ type: refusal });
  const slots = plan.slots.map((slot) => {
    const change = arranged.slots.find(({ slotId }) => slotId === slot.slotId);
    return change === undefined ? slot : { ...slot, ...change, room: change.room.trim() };
  });
  const breaks = plan.breaks.map((pause) => ({
    ...pause,
    ...arranged.breaks.find(({ breakId }) => breakId === pause.breakId),
  }));
  const after = { ...plan, slots, breaks };
  return JSON.stringify(after) === JSON.stringify(plan) ? err({ type: "nothingChanges" }) : ok(after);
};
