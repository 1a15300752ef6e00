import type { AnyStorage } from "./store-bench";

/** A storage whose disk can be filled up or whose power can be cut; made for memory storage underneath. */
export interface FaultyStorage {
  readonly storage: AnyStorage;
  /**
   * Fills the disk as measured in the window: the next write to a collection is aborted, and from then on every call
   * to it says that the database is closed, until the disk has room and the database was opened again.
   */
  readonly fillDisk: () => void;
  readonly freeDisk: () => void;
  /** Lets this many more writes through; every later one is lost, as if the machine had stopped. Null: all go through. */
  readonly cutPowerAfter: (writes: number | null) => void;
  /** How many writes went through since the start. */
  readonly writes: () => number;
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

export const createFaultyStorage = (sound: AnyStorage): FaultyStorage => {
  let full = false;
  let writesLeft: number | null = null;
  let written = 0;

  const storage: AnyStorage = {
    ...sound,
    createStorageInstance: async (params) => {
      const instance = await sound.createStorageInstance(params);
      let closed = false;
      const guard = <Call extends (...args: never[]) => Promise<unknown>>(
        call: Call,
        writes: boolean,
      ): Call => {
        const guarded = async (...args: Parameters<Call>) => {
          if (closed) throw named("DatabaseClosedError", "Database has been closed");
          if (writes && full) {
            closed = true;
            throw named("AbortError", "Transaction aborted");
          }
          if (writes && writesLeft === 0) throw new Error("the machine has stopped");
          if (writes && writesLeft !== null) writesLeft -= 1;
          if (writes) written += 1;
          return call.apply(instance, args);
        };
        return guarded as unknown as Call;
      };
      instance.bulkWrite = guard(instance.bulkWrite, true);
      instance.query = guard(instance.query, false);
      instance.findDocumentsById = guard(instance.findDocumentsById, false);
      return instance;
    },
  };

  return {
    storage,
    fillDisk: () => {
      full = true;
    },
    freeDisk: () => {
      full = false;
    },
    cutPowerAfter: (writes) => {
      writesLeft = writes;
    },
    writes: () => written,
  };
};
