import type { LoopSummary } from "../../bindings/services";
import type { KitId } from "../../domain/ids";

/**
 * By kit the local day of the newest loop that was planned from it. A loop that was cancelled used no kit; one without a
 * slot has no day yet.
 */
export const lastLoops = (loops: readonly LoopSummary[]): ReadonlyMap<KitId, string> => {
  const newest = new Map<KitId, string>();
  for (const { kitId, day, phase } of loops) {
    if (kitId === undefined || day === "" || phase === "cancelled") continue;
    if (day > (newest.get(kitId) ?? "")) newest.set(kitId, day);
  }
  return newest;
};
