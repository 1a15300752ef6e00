import type { Person } from "./roster";

/** A name as people tell names apart: without regard to case, accents, width and spaces around or doubled. */
export const sameNameKey = (name: string): string =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("und").replace(/\s+/gu, " ").trim();

/** True where somebody has a name that differs from this one by case, accents or spaces at most. */
export const isNameTaken = (name: string, persons: readonly Pick<Person, "name">[]): boolean =>
  persons.some((person) => sameNameKey(person.name) === sameNameKey(name));
