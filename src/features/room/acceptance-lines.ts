import type { PersonId } from "../../domain/ids";
import { type AcceptanceSummary, acceptanceOf } from "../../domain/loop/acceptance";
import type { LoopView } from "../../domain/loop/loop-view";

/** What one person of the plan accepted. */
export interface AcceptanceLine extends AcceptanceSummary {
  readonly personId: PersonId;
  readonly name: string;
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
    .map(({ personId, name }) => ({ personId, name, ...acceptanceOf(personId, acceptances) }));
};
