import type { HandedRow } from "../../../bindings/hand-overs";
import type { Candidate } from "../../../domain/candidate/candidate";
import { mergedSameness } from "../../../domain/candidate/sameness";
import type { HandedPerson } from "../../../domain/candidates/hand-over/contents";
import { newEvents } from "../../../domain/candidates/hand-over/merge-events";
import { lookalikeFinder, mailsIn, nameKey } from "../../../domain/candidates/incoming/incoming";
import type { CandidateId, KitId } from "../../../domain/ids";
import type { KnownPeople } from "./people-to-hand";

export type HandedState = HandedRow["state"];

/** What this laptop knows, and who of the file was deleted on it. */
export interface KnownAndDeleted extends KnownPeople {
  readonly deleted: ReadonlySet<CandidateId>;
}

/** What each person of a file is beside what is known here. */
export const handedStates = ({
  candidates,
  applications,
  deleted,
}: KnownAndDeleted): ((person: HandedPerson) => HandedState) => {
  const here = new Map(candidates.map((one) => [one.id, one.sameness]));
  const events = new Map(applications.map((one) => [one.id, one.events]));
  return ({ candidate, applications: handed }) => {
    if (deleted.has(candidate.id)) return "deleted";
    const sameness = here.get(candidate.id);
    if (sameness === undefined) return "new";
    if (mergedSameness(sameness, candidate.sameness) !== sameness) return "more";
    const isMore = handed.some((one) => {
      const known = events.get(one.id);
      return known === undefined || newEvents(known, one.events) > 0;
    });
    return isMore ? "more" : "known";
  };
};

/** Finds who stood further up in the file with the same address or name. */
const alikeInFile = (): ((candidate: Candidate) => string | null) => {
  const seen = new Map<string, string>();
  return ({ name, contact }) => {
    const marks = [...mailsIn(contact), nameKey(name)].filter(Boolean);
    const found = marks.map((mark) => seen.get(mark)).find((one) => one !== undefined);
    for (const mark of marks) seen.set(mark, name);
    return found ?? null;
  };
};

/** The people of a file as a person looks at them before they are taken in. */
export const offerRows = (
  people: readonly HandedPerson[],
  known: KnownAndDeleted,
  titles: ReadonlyMap<KitId, string>,
): readonly HandedRow[] => {
  const stateOf = handedStates(known);
  const findHere = lookalikeFinder(known.candidates);
  const findInFile = alikeInFile();
  return people.map((person) => {
    const { candidate, applications } = person;
    const state = stateOf(person);
    const lookalike = state === "new" ? (findHere(candidate)?.candidate.name ?? findInFile(candidate)) : null;
    const roles = [...new Set(applications.map(({ kitId }) => titles.get(kitId) ?? ""))].filter(Boolean);
    return {
      candidateId: candidate.id,
      name: candidate.name,
      roles,
      state,
      lookalike,
    };
  });
};
