import type { LoopView } from "../../domain/loop/loop-view";
import { sameNameKey } from "../../domain/loop/names";
import type { Person } from "../../domain/loop/roster";

/** As whom a laptop at the door can be let in. */
export interface LobbyChoices {
  /** Persons of the plan without a laptop. */
  readonly free: readonly Person[];
  /** Persons who have one: a second laptop of theirs is admitted too. */
  readonly taken: readonly Person[];
  /** The one person without a laptop whose name is the one that was given; null where the facilitator must choose. */
  readonly likely: Person | null;
}

/** A name nobody in the plan has is never guessed at: a stranger would come in as whoever is first. */
export const lobbyChoices = (view: Pick<LoopView, "persons" | "devices">, name: string): LobbyChoices => {
  const hasLaptop = (person: Person) => view.devices.some((device) => device.personId === person.personId);
  const free = view.persons.filter((person) => !hasLaptop(person));
  const named = free.filter((person) => sameNameKey(person.name) === sameNameKey(name));
  return {
    free,
    taken: view.persons.filter(hasLaptop),
    likely: named.length === 1 ? (named[0] ?? null) : null,
  };
};
