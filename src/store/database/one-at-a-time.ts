/** Runs acts one after the other, also those of other windows on the same data. */
export type OneAtATime = <Value>(act: () => Promise<Value>) => Promise<Value>;

/** What of the browser's lock manager is used. A lock is held until the promise settles or its window is gone. */
export interface Locks {
  readonly request: (name: string, held: () => Promise<void>) => Promise<unknown>;
}

/** The last act that was begun, by name: in a process without a lock manager everybody waits here. */
const turns = new Map<string, Promise<void>>();

const processLocks: Locks = {
  request: async (name, held) => {
    const mine = (turns.get(name) ?? Promise.resolve()).then(held);
    // One that threw is its caller's to hear of, and keeps none that comes after from its turn.
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    turns.set(name, settled);
    await settled;
    if (turns.get(name) === settled) turns.delete(name);
    await mine;
  },
};

/** The lock manager that all windows of the program share; outside a browser one of this process. */
export const sharedLocks = (): Locks =>
  "navigator" in globalThis && "locks" in navigator ? navigator.locks : processLocks;

/** A queue that everybody who names it is in, through the given lock manager. */
export const oneAtATime =
  (name: string, locks: Locks = sharedLocks()): OneAtATime =>
  async <Value>(act: () => Promise<Value>): Promise<Value> => {
    const done: { value?: Value } = {};
    await locks.request(name, async () => {
      done.value = await act();
    });
    return done.value as Value;
  };
