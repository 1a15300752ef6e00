import type { Failure } from "../../bindings/services";
import {
  beginDeleting,
  type DeletionCause,
  departedSchema,
  endDeleting,
  nobodyDeparted,
} from "../../domain/candidates/departed";
import type { CandidateId, SubjectId } from "../../domain/ids";
import { inTurn } from "../../domain/in-turn";
import { err, ok, type Result } from "../../domain/result";
import type { Store } from "../../store/open-store";
import type { Setting } from "../../store/repositories/setting-repository";

/** Counts of people who were deleted, and who is being deleted. */
export const departedSetting: Setting<typeof nobodyDeparted> = {
  key: "candidates.departed",
  schema: departedSchema,
  fallback: nobodyDeparted,
};

export interface DeletingParts {
  readonly store: Pick<Store, "settings" | "forgetSubject"> & {
    readonly applications: Pick<Store["applications"], "ofCandidate">;
  };
  /** Whether one of them is under a legal hold. */
  readonly isHeld: (ids: readonly CandidateId[]) => Promise<Result<boolean, Failure>>;
  /** Erases the person's key in main, and with it their files and their journal. */
  readonly destroySubject: (subjectId: SubjectId) => Promise<Result<unknown, Failure>>;
}

const failed = (error: { readonly type: string }): Result<never, Failure> => err({ ...error });

/** First the key, without which nothing that is left can be read, then the rows; last the note that it is to be done. */
const finish = async (
  { store, destroySubject }: DeletingParts,
  candidateId: CandidateId,
): Promise<Result<void, Failure>> => {
  const destroyed = await destroySubject(candidateId);
  if (!destroyed.ok) return destroyed;
  const forgotten = await store.forgetSubject(candidateId);
  if (!forgotten.ok) return failed(forgotten.error);
  const departed = await store.settings.get(departedSetting);
  if (!departed.ok) return failed(departed.error);
  const written = await store.settings.put(departedSetting, endDeleting(departed.value, candidateId));
  return written.ok ? ok(undefined) : failed(written.error);
};

/** In one write: after it, a crash leaves nobody half deleted. */
const begin = async (
  { store }: DeletingParts,
  ids: readonly CandidateId[],
  why: DeletionCause,
): Promise<Result<void, Failure>> => {
  const departed = await store.settings.get(departedSetting);
  if (!departed.ok) return failed(departed.error);
  let begun = departed.value;
  for (const id of ids.filter((one) => !departed.value.deleting.includes(one))) {
    const known = await store.applications.ofCandidate(id);
    if (!known.ok) return failed(known.error);
    begun = beginDeleting(begun, id, known.value, why);
  }
  if (begun === departed.value) return ok(undefined);
  const written = await store.settings.put(departedSetting, begun);
  return written.ok ? ok(undefined) : failed(written.error);
};

/**
 * Deletes people from this laptop, one after the other: their key, rows, files and recordings go, and what stays is how
 * many came how far. Refused (`legalHold`) while one of them is held. Begun twice, nobody is counted twice; `finishAll` goes
 * on with what a crash interrupted.
 */
export const createDeleting = (parts: DeletingParts) => {
  const turns = inTurn();
  return {
    remove: (ids: readonly CandidateId[], why: DeletionCause): Promise<Result<void, Failure>> =>
      turns.run(async () => {
        const held = await parts.isHeld(ids);
        if (!held.ok) return held;
        if (held.value) return err({ type: "legalHold" });
        const begun = await begin(parts, ids, why);
        if (!begun.ok) return begun;
        for (const id of ids) {
          const finished = await finish(parts, id);
          if (!finished.ok) return finished;
        }
        return ok(undefined);
      }),
    finishAll: (): Promise<void> =>
      turns.run(async () => {
        const departed = await parts.store.settings.get(departedSetting);
        // One that fails again is tried at the next start.
        if (departed.ok) for (const id of departed.value.deleting) await finish(parts, id);
      }),
  };
};
