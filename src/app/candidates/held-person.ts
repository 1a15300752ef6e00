import type { Failure } from "../../bindings/services";
import type { CandidateId } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";
import type { Store } from "../../store/open-store";
import { readRetention } from "../services/retention-service";

/**
 * Whether one of these people is the candidate of a loop under a legal hold, which covers everything kept of them. Where the
 * holds or the loops cannot be read, nobody knows, and the failure says so.
 */
export const isHeld = async (
  store: Pick<Store, "settings" | "loops">,
  ids: readonly CandidateId[],
): Promise<Result<boolean, Failure>> => {
  const table = await readRetention(store);
  if (!table.ok) return err({ ...table.error });
  if (table.value.holds.length === 0) return ok(false);
  const loops = await store.loops.all();
  if (!loops.ok) return err({ ...loops.error });
  const held = new Set(table.value.holds.map(({ loopId }) => loopId));
  return ok(
    loops.value.some(
      ({ loopId, candidateId }) => held.has(loopId) && candidateId !== null && ids.includes(candidateId),
    ),
  );
};
