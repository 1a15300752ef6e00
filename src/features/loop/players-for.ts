import type { Slot } from "../../domain/loop/plan";
import type { Person } from "../../domain/loop/roster";

/** Those who can play a role of a slot: whoever plays it, and everybody who plays no other one there. */
export const playersFor = (
  roleId: string,
  { rolePlayers }: Pick<Slot, "rolePlayers">,
  players: readonly Person[],
): readonly Person[] =>
  players.filter(({ personId }) =>
    rolePlayers.every((taken) => taken.personId !== personId || taken.roleId === roleId),
  );
