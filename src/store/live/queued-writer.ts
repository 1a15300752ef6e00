/** Writes values one after the other, in the order they came. */
export interface QueuedWriter<Value, Outcome> {
  /** Resolves once this value, or what it was merged into, was written, with the outcome of that write. */
  readonly save: (value: Value) => Promise<Outcome>;
  /** Resolves when nothing is being written and nothing waits. */
  readonly whenIdle: () => Promise<void>;
}

interface Waiting<Value, Outcome> {
  readonly value: Value;
  readonly settle: readonly ((outcome: Promise<Outcome>) => void)[];
}

/**
 * A writer of which one write runs at a time. Values that come meanwhile wait as one, put together by `merge`:
 * keep the newer for a document that is replaced, join both for a log.
 */
export const createQueuedWriter = <Value, Outcome>(
  write: (value: Value) => Promise<Outcome>,
  merge: (waiting: Value, newer: Value) => Value,
): QueuedWriter<Value, Outcome> => {
  let waiting: Waiting<Value, Outcome> | null = null;
  let running: Promise<void> | null = null;

  const takeWaiting = (): Waiting<Value, Outcome> | null => {
    const taken = waiting;
    waiting = null;
    return taken;
  };

  const drain = async (): Promise<void> => {
    for (let next = takeWaiting(); next !== null; next = takeWaiting()) {
      const outcome = write(next.value);
      for (const resolve of next.settle) resolve(outcome);
      // A rejection reaches whoever saved; here only the order of the writes matters.
      await Promise.allSettled([outcome]);
    }
    running = null;
  };

  return {
    save: (value) =>
      new Promise((resolve) => {
        waiting =
          waiting === null
            ? { value, settle: [resolve] }
            : { value: merge(waiting.value, value), settle: [...waiting.settle, resolve] };
        running ??= drain();
      }),
    whenIdle: async () => {
      while (running !== null) await running;
    },
  };
};
