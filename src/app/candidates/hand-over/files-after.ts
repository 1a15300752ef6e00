import type { Application } from "../../../domain/candidates/application";
import {
  filesEverNamed,
  filesNamed,
  type HandedFile,
  type HandedPerson,
} from "../../../domain/candidates/hand-over/contents";
import { mergedEvents } from "../../../domain/candidates/hand-over/merge-events";
import type { CandidateId, Hash } from "../../../domain/ids";
import type { NamedFile } from "./people-to-hand";

type Happened = Pick<Application, "id" | "events">;

/** What is known of a person's applications once the file is taken in. */
const joined = (handed: readonly Happened[], here: readonly Happened[]): readonly Happened[] => {
  const known = new Map(here.map((one) => [one.id, one]));
  for (const one of handed) {
    const before = known.get(one.id);
    known.set(
      one.id,
      before === undefined ? one : { ...one, events: mergedEvents(before.events, one.events) },
    );
  }
  return [...known.values()];
};

const byPerson = (here: readonly Application[]): ReadonlyMap<CandidateId, readonly Application[]> => {
  const known = new Map<CandidateId, Application[]>();
  for (const one of here) known.set(one.candidateId, [...(known.get(one.candidateId) ?? []), one]);
  return known;
};

export interface FilesAfter {
  /** Files of the hand-over that nobody wants any more: they were removed, here or there. */
  readonly leaveOut: readonly NamedFile[];
  /** Files that these people had, and that were removed, here or there. */
  readonly gone: readonly NamedFile[];
}

/** What becomes of files about these people once the hand-over is joined with what is known here. */
export const filesAfter = (
  people: readonly HandedPerson[],
  files: readonly HandedFile[],
  here: readonly Application[],
): FilesAfter => {
  const known = byPerson(here);
  const wanted = new Map<string, ReadonlySet<Hash>>();
  const gone: NamedFile[] = [];
  for (const { candidate, applications } of people) {
    const all = joined(applications, known.get(candidate.id) ?? []);
    const kept = new Set(all.flatMap(filesNamed));
    wanted.set(candidate.id, kept);
    for (const hash of new Set(all.flatMap(filesEverNamed)))
      if (!kept.has(hash)) gone.push({ candidateId: candidate.id, hash });
  }
  const leaveOut = files
    .filter(({ candidateId, hash }) => wanted.get(candidateId)?.has(hash) !== true)
    .map(({ candidateId, hash }) => ({ candidateId, hash }));
  return { leaveOut, gone };
};
