import type { PersonId } from "../../ids";
import { sameNameKey } from "../names";
import type { Person } from "../roster";
import type { Invitee, Meeting } from "./meeting";

/** Who of an event's people the plan knows, and the names or addresses of the others. */
export interface KnownPeople {
  readonly known: readonly PersonId[];
  readonly unknown: readonly string[];
  /** Whom the plan knows and who declined. */
  readonly declined: readonly PersonId[];
}

const isMail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/** "ana.horvat@example.org" may be Ana Horvat's. */
const nameInMail = (mail: string): string => (mail.split("@")[0] ?? "").replace(/[._-]+/g, " ");

/** The names an invitation may mean: as it says, turned round at the comma, or out of the address. */
const namesOf = ({ name, mail }: Invitee): readonly string[] => {
  const [last = "", given = ""] = name.split(",");
  const written = isMail(name) ? [nameInMail(name)] : [name, `${given} ${last}`];
  return [...written, nameInMail(mail)].map(sameNameKey).filter((key) => key !== "");
};

const personOf = (invitee: Invitee, persons: readonly Person[]): PersonId | null => {
  const names = namesOf(invitee);
  const found = persons.filter((person) => names.includes(sameNameKey(person.name)));
  return found.length === 1 ? (found[0]?.personId ?? null) : null;
};

/** Sets a meeting's people beside the plan's. A plan knows no mail addresses: names decide, also the one in an address. */
export const knownPeople = ({ people }: Pick<Meeting, "people">, persons: readonly Person[]): KnownPeople => {
  const found = people.map((invitee) => ({ invitee, personId: personOf(invitee, persons) }));
  const ids = (comes: boolean): readonly PersonId[] => [
    ...new Set(
      found.flatMap(({ invitee, personId }) =>
        personId !== null && invitee.comes === comes ? [personId] : [],
      ),
    ),
  ];
  return {
    known: ids(true),
    declined: ids(false),
    unknown: found.flatMap(({ invitee, personId }) =>
      personId === null ? [invitee.name || invitee.mail] : [],
    ),
  };
};
