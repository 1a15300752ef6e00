import type { Failure } from "../../../bindings/services";
import { type Hash, type LoopId, loopIdSchema, type SubjectId } from "../../../domain/ids";
import { err, ok, type Result } from "../../../domain/result";
import type { Store } from "../../../store/open-store";
import { isReadByAnotherLoop } from "../kit-in-use";
import { wipingPrefix, wipingSetting } from "./borrowed-setting";

export interface WipeParts {
  readonly store: Pick<Store, "settings" | "forgetSubject" | "kits" | "loops">;
  /** Erases the subject's key and the loop's secrets in main, and the journal with them. */
  readonly destroySubject: (subjectId: SubjectId) => Promise<Result<unknown, Failure>>;
}

/**
 * Takes everything of a loop off this laptop: first its key, without which nothing that is left can be read, then its
 * rows and what was remembered of the way in. `kitRoot` names the frozen kit, which goes too unless the kit itself is in
 * this laptop's library or another of its loops reads it. Doing it twice changes nothing.
 */
export const wipeLoop = async (
  { store, destroySubject }: WipeParts,
  loopId: LoopId,
  kitRoot: Hash | null,
): Promise<Result<void, Failure>> => {
  const noted = await store.settings.put(wipingSetting(loopId), { kitRoot });
  if (!noted.ok) return err({ ...noted.error });
  const destroyed = await destroySubject(loopId);
  if (!destroyed.ok) return destroyed;
  const forgotten = await store.forgetSubject(loopId);
  if (!forgotten.ok) return err({ ...forgotten.error });
  if (kitRoot !== null && !(await isReadByAnotherLoop(store, kitRoot, loopId))) {
    const thawed = await store.kits.thaw(kitRoot);
    if (!thawed.ok) return err({ ...thawed.error });
  }
  // Last, since it says that the rest is still to be done.
  const cleared = await store.settings.removeAll((key) => key.endsWith(`.${loopId}`));
  return cleared.ok ? ok(undefined) : err({ ...cleared.error });
};

/** Goes on with what a crash interrupted; asked once at the start. */
export const finishWiping = async (parts: WipeParts): Promise<void> => {
  const keys = await parts.store.settings.keys();
  if (!keys.ok) return;
  for (const key of keys.value.filter((one) => one.startsWith(wipingPrefix))) {
    const loopId = loopIdSchema.safeParse(key.slice(wipingPrefix.length));
    if (!loopId.success) continue;
    const left = await parts.store.settings.get(wipingSetting(loopId.data));
    await wipeLoop(parts, loopId.data, left.ok ? (left.value?.kitRoot ?? null) : null);
  }
};
