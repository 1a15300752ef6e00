import type { BreakId, PersonId, QuestionId, SlotId } from "../ids";
import type { Kit } from "../kit/kit";
import { questionsAtLevel } from "../kit/lookup";
import type { Break, Plan, Slot } from "./plan";
import { dayOf, daysOf } from "./plan-times";
import type { Person } from "./roster";
import { addMinutes } from "./suggest-slots";

/** New ids for the copy: the two loops share no name of anything. */
export interface CopyIds {
  readonly newPersonId: () => PersonId;
  readonly newSlotId: () => SlotId;
  readonly newBreakId: () => BreakId;
}

export interface CopySource {
  readonly plan: Plan;
  readonly persons: readonly Person[];
  /** The role kit as the library has it now. */
  readonly kit: Kit;
  /** The first day of the copy, "2026-11-24". */
  readonly firstDay: string;
}

export interface CopiedPlan {
  readonly persons: readonly Person[];
  readonly slots: readonly Slot[];
  readonly breaks: readonly Break[];
  readonly rules: Pick<Plan, "levelId" | "weights" | "weightsReason" | "requiredCompetencyIds" | "policy">;
  /** Questions that the role kit no longer asks at this level: with them the next candidate is not asked the same. */
  readonly missing: readonly QuestionId[];
  /** Everybody of the first loop, as the copy calls them. */
  readonly personOf: (before: PersonId) => PersonId;
}

const minutesADay = 24 * 60;

/** The same time of day, as many days after the first as it was. */
const onNewDay = (startsAt: string, days: readonly string[], firstDay: string): string => {
  const [first = firstDay] = days;
  const apart = (Date.parse(`${dayOf({ startsAt })}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 60_000;
  return addMinutes(`${firstDay}T${startsAt.slice(11)}`, Math.round(apart / minutesADay) * minutesADay);
};

/**
 * A plan for the next candidate of the role: the same people, times and rooms, the same questions in the same order, and the
 * same weights. What was arranged for the first candidate is theirs and does not come along; slots that were called off do not
 * either.
 */
export const copyPlan = ({ plan, persons, kit, firstDay }: CopySource, ids: CopyIds): CopiedPlan => {
  const names = new Map(persons.map(({ personId }) => [personId, ids.newPersonId()]));
  const personOf = (before: PersonId): PersonId => names.get(before) ?? before;
  const held = plan.slots.filter(({ cancelled }) => cancelled === undefined);
  const days = daysOf([...held, ...plan.breaks]);
  const known = new Set(questionsAtLevel(kit, plan.levelId).map(({ id }) => id));
  const asked = held.flatMap(({ questionIds }) => questionIds);
  const { levelId, weights, weightsReason, requiredCompetencyIds, policy } = plan;
  return {
    persons: persons.map((person) => ({ ...person, personId: personOf(person.personId) })),
    slots: held.map((slot) => ({
      ...slot,
      slotId: ids.newSlotId(),
      startsAt: onNewDay(slot.startsAt, days, firstDay),
      interviewers: slot.interviewers.map(personOf),
      rolePlayers: slot.rolePlayers.map((player) => ({ ...player, personId: personOf(player.personId) })),
      questionIds: slot.questionIds.filter((id) => known.has(id)),
      exerciseId: kit.exercises.some(({ id }) => id === slot.exerciseId) ? slot.exerciseId : null,
    })),
    breaks: plan.breaks.map((pause) => ({
      ...pause,
      breakId: ids.newBreakId(),
      startsAt: onNewDay(pause.startsAt, days, firstDay),
      personIds: pause.personIds?.map(personOf) ?? null,
    })),
    rules: { levelId, weights, weightsReason, requiredCompetencyIds, policy },
    missing: asked.filter((id) => !known.has(id)),
    personOf,
  };
};
