import type { Arranged } from "../../../domain/loop/day/arrange";
import type { Move } from "../../../domain/loop/meetings/moved-meetings";
import type { Plan } from "../../../domain/loop/plan";
import { dayText } from "../../../ui/day-text";
import { clockNotes } from "./words";

interface Timed {
  readonly startsAt: string;
  readonly minutes: number;
}

const startWords = (from: string, to: string): string =>
  from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : `${dayText(to)}, ${to.slice(11)}`;

const timeParts = (before: Timed, after: Timed): readonly string[] => [
  ...(before.startsAt === after.startsAt
    ? []
    : [
        `begins at ${startWords(before.startsAt, after.startsAt)} instead of ${startWords(after.startsAt, before.startsAt)}`,
      ]),
  ...(before.minutes === after.minutes ? [] : [`has ${after.minutes} min instead of ${before.minutes}`]),
];

/** What would move, a sentence for each slot and break. */
export const movedSentences = (plan: Plan, { slots, breaks }: Arranged): readonly string[] => [
  ...slots.flatMap((change) => {
    const slot = plan.slots.find(({ slotId }) => slotId === change.slotId);
    if (slot === undefined) return [];
    const room =
      slot.room === change.room ? [] : [`is in ${change.room} instead of ${slot.room || "no room"}`];
    return [`${slot.title} ${[...timeParts(slot, change), ...room].join(", ")}.`];
  }),
  ...breaks.flatMap((change) => {
    const pause = plan.breaks.find(({ breakId }) => breakId === change.breakId);
    return pause === undefined ? [] : [`${pause.title} ${timeParts(pause, change).join(", ")}.`];
  }),
];

/** The same of one meeting, with how its hour was read: what is signed has to be seen. */
export const moveSentence = (plan: Plan, { meeting, change }: Move): string =>
  [...movedSentences(plan, change), ...clockNotes(meeting)].join(" ");
