import type { Failure } from "../../../bindings/services";
import type { Candidate } from "../../../domain/candidate/candidate";
import type { Application } from "../../../domain/candidates/application";
import {
  filesNamed,
  type HandedPerson,
  type HandOverAbout,
} from "../../../domain/candidates/hand-over/contents";
import type { CandidateId, Hash, KitId, Timestamp } from "../../../domain/ids";
import { err, ok, type Result } from "../../../domain/result";
import type { Store } from "../../../store/open-store";

/** What is known of people on this laptop. */
export interface KnownPeople {
  readonly candidates: readonly Candidate[];
  readonly applications: readonly Application[];
}

/** Everybody on this laptop. */
export const knownPeople = async ({
  candidates,
  applications,
}: Pick<Store, "candidates" | "applications">): Promise<Result<KnownPeople, Failure>> => {
  const [people, acts] = [await candidates.all(), await applications.all()];
  if (!people.ok) return err({ ...people.error });
  return acts.ok ? ok({ candidates: people.value, applications: acts.value }) : err({ ...acts.error });
};

/** Those who are chosen, as a file carries them: without readings in progress. */
export const handedPeople = (
  { candidates, applications }: KnownPeople,
  chosen: readonly CandidateId[],
): readonly HandedPerson[] => {
  const wanted = new Set(chosen);
  return candidates
    .filter(({ id }) => wanted.has(id))
    .map((candidate) => ({
      candidate,
      applications: applications
        .filter(({ candidateId }) => candidateId === candidate.id)
        .map(({ id, kitId, events }) => ({ id, kitId, events })),
    }));
};

/** A file about somebody that an application speaks of. */
export interface NamedFile {
  readonly candidateId: CandidateId;
  readonly hash: Hash;
}

/** Each file once. */
export const filesOf = (people: readonly HandedPerson[]): readonly NamedFile[] =>
  people.flatMap(({ candidate, applications }) => {
    const hashes = new Set(applications.flatMap(filesNamed));
    return [...hashes].map((hash) => ({ candidateId: candidate.id, hash }));
  });

/** What stands first in the file. */
export const aboutOf = (
  people: readonly HandedPerson[],
  files: number,
  titles: ReadonlyMap<KitId, string>,
  at: Timestamp,
): HandOverAbout => {
  const kitIds = new Set(people.flatMap(({ applications }) => applications.map(({ kitId }) => kitId)));
  const roles = [...kitIds].flatMap((kitId) => {
    const title = titles.get(kitId);
    return title === undefined ? [] : [{ kitId, title: title.slice(0, 500) }];
  });
  return { v: 1, at, people: people.length, files, roles };
};
