import type { PersonId, Timestamp } from "../../domain/ids";
import type { LoopView } from "../../domain/loop/loop-view";

/** What one person of the plan accepted. */
export interface AcceptanceLine {
  readonly personId: PersonId;
  readonly name: string;
  /** When they accepted first, of what stands; null while they have not. */
  readonly at: Timestamp | null;
  readonly conflicts: readonly string[];
}

/** Everybody who sits or plays in a slot, in the order of the roster; nobody in loops that do not ask. */
export const acceptanceLines = ({
  acceptances,
  persons,
  plan,
}: Pick<LoopView, "acceptances" | "persons" | "plan">): readonly AcceptanceLine[] => {
  if (acceptances === null || plan === null) return [];
  const inSlots = new Set<string>(
    plan.slots.flatMap(({ interviewers, rolePlayers }) => [
      ...interviewers,
      ...rolePlayers.map(({ personId }) => personId),
    ]),
  );
  return persons
    .filter(({ personId }) => inSlots.has(personId))
    .map(({ personId, name }) => {
      const own = acceptances.filter((one) => one.personId === personId);
      const conflicts = own.flatMap(({ conflict }) => (conflict === null ? [] : [conflict]));
      return { personId, name, at: own.map(({ at }) => at).toSorted()[0] ?? null, conflicts };
    });
};
