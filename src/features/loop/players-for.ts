import type { Slot } from "../../domain/loop/plan";
import type { Person } from "../../domain/loop/roster";

/** Those who can play a role of a slot: whoever plays it, and everybody who plays no other one there. */
export const playersFor = (
  roleId: string,
  { rolePlayers }: Pick<Slot, "rolePlayers">,
  players: readonly Person[],
): readonly Person[] =>
  players.filter(({ personId }) => {
    const theirs = rolePlayers.filter((taken) => taken.personId === personId);
    // A plan of an earlier program may have one person in two roles of a slot: they are shown in both.
    return theirs.length === 0 || theirs.some((taken) => taken.roleId === roleId);
  });
