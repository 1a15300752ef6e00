import type { Plan } from "../loop/plan";
import { type Person, wearsHat } from "../loop/roster";
import type { KitPart } from "../sealing/entries";
import { answersPath } from "./snapshot";

/** Exercises this person assesses by the plan. */
const assesses = (plan: Plan, personId: string, path: string): boolean =>
  plan.slots.some(
    ({ exerciseId, interviewers }) =>
      exerciseId !== null &&
      answersPath(exerciseId) === path &&
      interviewers.some((interviewer) => interviewer === personId),
  );

/**
 * Whether a person may read a part of the frozen kit during the loop: a role's guide the role player and the facilitator,
 * a test's answers those who assess it and the facilitator, everything else everybody.
 */
export const mayReadPart = (
  { path, audience }: Pick<KitPart, "path" | "audience">,
  person: Person,
  plan: Plan,
): boolean => {
  if (audience === "all" || wearsHat(person, "facilitator")) return true;
  return audience === "rolePlayer" ? wearsHat(person, "rolePlayer") : assesses(plan, person.personId, path);
};
