import type { Bridge } from "../../../../electron/contract/bridge";
import type { JobOptions } from "../../../bindings/bundles";
import type { TakenHandOver } from "../../../bindings/hand-overs";
import type { Failure } from "../../../bindings/services";
import { mergedSameness } from "../../../domain/candidate/sameness";
import type { HandedFile, HandedPerson } from "../../../domain/candidates/hand-over/contents";
import { err, ok, type Result } from "../../../domain/result";
import { expectedOnly } from "../../../shell/bridge-shell";
import type { Store } from "../../../store/open-store";
import { deletedHere } from "./deleted-here";
import { filesAfter } from "./files-after";
import type { HandedState } from "./offer-rows";
import { type KnownPeople, knownPeople } from "./people-to-hand";
import { asFailure, untilLast } from "./read-hand-over";

export type HandOverStore = Pick<Store, "candidates" | "applications" | "openSubject">;

export interface Taking {
  readonly store: HandOverStore;
  readonly bridge: Bridge["handOvers"];
  readonly handle: string;
  readonly people: readonly HandedPerson[];
  readonly files: readonly HandedFile[];
  readonly stateOf: (person: HandedPerson) => HandedState;
}

/** Makes keys for those who are new. Whoever was deleted here on purpose gets none and stays away, under all their ids. */
const peopleWithKeys = async (
  { store, people }: Taking,
  { candidates }: KnownPeople,
): Promise<Result<readonly HandedPerson[], Failure>> => {
  const deleted = await deletedHere(store, people, new Set(candidates.map(({ id }) => id)));
  if (!deleted.ok) return deleted;
  const kept: HandedPerson[] = [];
  for (const person of people.filter(({ candidate }) => !deleted.value.has(candidate.id))) {
    const opened = await store.openSubject(person.candidate.id, "create");
    if (opened.ok) kept.push(person);
    else if (!("reason" in opened.error) || opened.error.reason !== "destroyed")
      return err({ ...opened.error });
  }
  return ok(kept);
};

/** A person's row before those of their applications: a crash in between leaves nobody's application behind. */
const writePerson = async (
  { candidates, applications }: HandOverStore,
  { candidate, applications: handed }: HandedPerson,
): Promise<Result<void, Failure>> => {
  const here = await candidates.one(candidate.id);
  if (!here.ok) return err({ ...here.error });
  const written =
    here.value === null
      ? await candidates.put(candidate)
      : await candidates.edit(candidate.id, (known) => {
          const sameness = mergedSameness(known.sameness, candidate.sameness);
          return ok(sameness === known.sameness ? known : { ...known, sameness: [...sameness] });
        });
  if (!written.ok) return err({ ...written.error });
  for (const application of handed) {
    const brought = await applications.bring({ ...application, candidateId: candidate.id });
    if (!brought.ok) return err({ ...brought.error });
  }
  return ok(undefined);
};

const countOf = (taking: Taking, kept: readonly HandedPerson[]): TakenHandOver => {
  const states = kept.map(taking.stateOf);
  return {
    added: states.filter((state) => state === "new").length,
    extended: states.filter((state) => state === "more").length,
    deleted: taking.people.length - kept.length,
  };
};

/** An application of the file that is somebody else's here: nothing of such a file is taken. */
const isOthers = ({ people }: Taking, { applications: here }: KnownPeople): boolean => {
  const owners = new Map(here.map(({ id, candidateId }) => [id, candidateId]));
  return people.some(({ candidate, applications }) =>
    applications.some(({ id }) => (owners.get(id) ?? candidate.id) !== candidate.id),
  );
};

/** Files first, which nobody sees without the rows; then the rows, person by person. */
export const takeHandOver = async (
  taking: Taking,
  options: JobOptions,
): Promise<Result<TakenHandOver, Failure>> => {
  const { bridge, handle, store, files } = taking;
  const known = await knownPeople(store);
  if (!known.ok) return known;
  if (isOthers(taking, known.value)) return err({ type: "otherCandidate" });
  const kept = await peopleWithKeys(taking, known.value);
  if (!kept.ok) return kept;
  const { leaveOut, gone } = filesAfter(kept.value, files, known.value.applications);
  const stored = await untilLast(
    async () => asFailure(expectedOnly(await bridge.store({ handle, leaveOut: [...leaveOut] }))),
    options,
  );
  if (!stored.ok) return stored;
  const counted = countOf(taking, kept.value);
  const keeping = asFailure(expectedOnly(await bridge.keep({ handle, gone: [...gone] })));
  if (!keeping.ok) return keeping;
  for (const person of kept.value) {
    const written = await writePerson(store, person);
    if (!written.ok) return written;
  }
  return ok(counted);
};
