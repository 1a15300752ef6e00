import type { LoopId } from "../../domain/ids";
import { ok } from "../../domain/result";
import type { LoopPersistence } from "./loop-persistence";

/** A disk made of memory, for tests and for loops that must leave nothing behind. */
export interface MemoryPersistence extends LoopPersistence {
  /** The records of a loop as they lie there. */
  readonly records: (loopId: LoopId) => readonly Uint8Array[];
}

export const memoryPersistence = (): MemoryPersistence => {
  const logs = new Map<LoopId, Uint8Array[]>();
  const logOf = (loopId: LoopId): Uint8Array[] => logs.get(loopId) ?? [];
  return {
    records: logOf,
    load: async (loopId) => ok({ updates: logOf(loopId).map((record) => record.slice()), unreadable: [] }),
    append: async (loopId, record) => {
      logs.set(loopId, [...logOf(loopId), record.slice()]);
      return ok(undefined);
    },
    compact: async (loopId, whole) => {
      const covered = new Set(logOf(loopId));
      const bytes = await whole;
      if (bytes === null) return ok(undefined);
      logs.set(loopId, [bytes.slice(), ...logOf(loopId).filter((record) => !covered.has(record))]);
      return ok(undefined);
    },
  };
};
