import type { LoopView } from "../domain/loop/loop-view";

/** The name of a person of the loop; somebody who left the roster has none any more. */
export const nameIn = ({ persons }: Pick<LoopView, "persons">, personId: string | null): string =>
  persons.find((person) => person.personId === personId)?.name ?? "a colleague";

/** The title of a slot of the plan. */
export const slotTitle = ({ plan }: Pick<LoopView, "plan">, slotId: string): string =>
  plan?.slots.find((slot) => slot.slotId === slotId)?.title ?? "a dropped slot";
