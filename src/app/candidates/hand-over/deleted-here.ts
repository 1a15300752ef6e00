import type { Failure } from "../../../bindings/services";
import { headsOf, joinedBy } from "../../../domain/candidate/one-person";
import type { HandedPerson } from "../../../domain/candidates/hand-over/contents";
import type { CandidateId } from "../../../domain/ids";
import { err, ok, type Result } from "../../../domain/result";
import type { Store } from "../../../store/open-store";

type Person = Pick<HandedPerson["candidate"], "id" | "sameness">;

/** Those of a file, and whoever they were joined to and the file has not got. */
const everybodyNamed = (people: readonly Person[]): readonly Person[] => {
  const known = new Set(people.map(({ id }) => id));
  const missing = people.flatMap((one) => joinedBy(one)?.into ?? []).filter((id) => !known.has(id));
  return [...people, ...[...new Set(missing)].map((id) => ({ id, sameness: [] }))];
};

/** Whether a key was destroyed here on purpose; any other trouble with keys is told when they are made. */
const isDestroyed = async (
  store: Pick<Store, "openSubject">,
  id: CandidateId,
): Promise<Result<boolean, Failure>> => {
  const opened = await store.openSubject(id, "existing");
  if (opened.ok || opened.error.type !== "keyUnavailable") return opened.ok ? ok(false) : err(opened.error);
  return ok(opened.error.reason === "destroyed");
};

/**
 * Who of a file was deleted on this laptop, also under another id that the file says is the same person. Whoever is on
 * this laptop's list is not among them.
 */
export const deletedHere = async (
  store: Pick<Store, "openSubject">,
  people: readonly HandedPerson[],
  here: ReadonlySet<CandidateId>,
): Promise<Result<ReadonlySet<CandidateId>, Failure>> => {
  const named = everybodyNamed(people.map(({ candidate }) => candidate));
  const heads = headsOf(named);
  const gone = new Set<CandidateId | undefined>();
  for (const { id } of named) {
    if (here.has(id)) continue;
    const destroyed = await isDestroyed(store, id);
    if (!destroyed.ok) return destroyed;
    if (destroyed.value) gone.add(heads.get(id));
  }
  return ok(new Set(named.map(({ id }) => id).filter((id) => !here.has(id) && gone.has(heads.get(id)))));
};
