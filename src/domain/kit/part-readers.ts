import type { Plan } from "../loop/plan";
import { type Person, wearsHat } from "../loop/roster";
import type { KitPart } from "../sealing/entries";
import { answersPath, rolePath } from "./snapshot";

/** Who only watches or keeps records assesses nothing, whatever slot they sit in. */
const mayAssess = (person: Person): boolean =>
  person.hats.some((hat) => hat === "panelist" || hat === "hiringManager" || hat === "shadow");

/** Exercises this person assesses by the plan. */
const assesses = (plan: Plan, personId: string, path: string): boolean =>
  plan.slots.some(
    ({ exerciseId, interviewers }) =>
      exerciseId !== null &&
      answersPath(exerciseId) === path &&
      interviewers.some((interviewer) => interviewer === personId),
  );

/**
 * A guide is for the person whom the plan gives that role; a plan that gives it to nobody leaves it to everybody with the
 * hat. So one role player does not read another's guide.
 */
const plays = (plan: Plan, personId: string, path: string): boolean => {
  const players = plan.slots.flatMap(({ exerciseId, rolePlayers }) =>
    rolePlayers.filter(({ roleId }) => exerciseId !== null && rolePath(exerciseId, roleId) === path),
  );
  return players.length === 0 || players.some((player) => player.personId === personId);
};

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
  if (audience === "rolePlayer") return wearsHat(person, "rolePlayer") && plays(plan, person.personId, path);
  return mayAssess(person) && assesses(plan, person.personId, path);
};
