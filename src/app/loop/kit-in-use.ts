import { type Hash, hashSchema, type LoopId } from "../../domain/ids";
import type { Store } from "../../store/open-store";
import type { Setting } from "../../store/repositories/setting-repository";

/**
 * Which frozen kit a loop reads, so that it can be told without opening the loop; null until the loop found its kit. It goes
 * with the loop, as every setting that ends in its id.
 */
export const kitOfLoop = (loopId: LoopId): Setting<Hash | null> => ({
  key: `frozenKit.${loopId}`,
  schema: hashSchema.nullable(),
  fallback: null,
});

/**
 * Whether another loop of this laptop may still read the frozen kit. A loop that never noted which one it reads may be it,
 * and so may all of them where the disk does not say: a kit that is kept too long can be taken off later, one that is
 * gone cannot be brought back.
 */
export const isReadByAnotherLoop = async (
  { loops, settings }: Pick<Store, "loops" | "settings">,
  kitRoot: Hash,
  loopId: LoopId,
): Promise<boolean> => {
  const known = await loops.all();
  if (!known.ok) return true;
  for (const other of known.value) {
    if (other.loopId === loopId) continue;
    const noted = await settings.get(kitOfLoop(other.loopId));
    if (!noted.ok || noted.value === null || noted.value === kitRoot) return true;
  }
  return false;
};
