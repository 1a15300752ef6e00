import { z } from "zod";
import type { Failure, IdService } from "../../bindings/services";
import { type LoopId, timestampSchema } from "../../domain/ids";
import type { Result } from "../../domain/result";
import type { StoreFailure } from "../../store/failure";
import type { Store } from "../../store/open-store";
import type { Setting } from "../../store/repositories/setting-repository";
import type { Admission } from "./join-loop";

/** Addresses of the laptops a loop was joined through. Names no person and no candidate. */
const doorsSetting = (loopId: LoopId): Setting<readonly string[]> => ({
  key: `doors.${loopId}`,
  schema: z.array(z.string()).readonly(),
  fallback: [],
});

/** Where the others were reached last; empty where this laptop founded the loop or the setting cannot be read. */
export const signalingUrlsOf = async (
  { settings }: Pick<Store, "settings">,
  loopId: LoopId,
): Promise<readonly string[]> => {
  const doors = await settings.get(doorsSetting(loopId));
  return doors.ok ? doors.value : [];
};

/** Keeps where the others were reached, for the next start. */
export const keepSignalingUrls = (
  { settings }: { readonly settings: Pick<Store["settings"], "put"> },
  loopId: LoopId,
  urls: readonly string[],
): Promise<Result<void, StoreFailure>> => settings.put(doorsSetting(loopId), urls);

export interface AdmissionParts {
  readonly store: Pick<Store, "openSubject"> & {
    readonly loops: Pick<Store["loops"], "one" | "add">;
    readonly settings: Pick<Store["settings"], "put">;
  };
  readonly ids: Pick<IdService, "now">;
}

/**
 * Writes what the store has to know before the loop can be opened; everything else comes from the room. A laptop that was
 * let in before keeps what it has, unless that loop began otherwise. `note` writes down what has to be known before the loop
 * is there; it is not asked where the loop cannot come here, so that no such note is left behind.
 */
export const keepAdmission = async (
  { store, ids }: AdmissionParts,
  admission: Admission,
  note: () => Promise<Result<void, Failure>>,
): Promise<Failure | null> => {
  const { loopId, charterHash, personId, signalingUrls } = admission;
  const keyed = await store.openSubject(loopId, "create");
  if (!keyed.ok) return { ...keyed.error };
  const known = await store.loops.one(loopId);
  if (!known.ok) return { ...known.error };
  if (known.value !== null && known.value.charterHash !== charterHash) return { type: "otherLoop" };
  const noted = await note();
  if (!noted.ok) return { ...noted.error };
  // They are one server at several addresses; the first is the one that worked.
  const doors = await keepSignalingUrls(store, loopId, signalingUrls.slice(0, 1));
  if (!doors.ok) return { ...doors.error };
  if (known.value !== null) return null;
  const added = await store.loops.add({
    loopId,
    role: "member",
    me: personId,
    charterHash,
    candidateId: null,
    candidateName: "",
    kitTitle: "",
    levelName: "",
    phase: "planned",
    day: "",
    createdAt: timestampSchema.parse(ids.now()),
  });
  return added.ok ? null : { ...added.error };
};
