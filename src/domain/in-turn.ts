/** Work that must not overlap. */
export interface Turns {
  /** Runs after everything given before; what fails, fails for its own caller only. */
  readonly run: <Value>(task: () => Promise<Value> | Value) => Promise<Value>;
  /** Resolves when nothing runs and nothing waits, also nothing that was given meanwhile. */
  readonly idle: () => Promise<void>;
}

/**
 * One task that many ask for: whoever asks while it waits for its turn shares that run, whoever asks while it runs gets
 * the next, which sees what changed meanwhile.
 */
export const oneOf = (turns: Turns, task: () => Promise<void>): (() => Promise<void>) => {
  let next: Promise<void> | null = null;
  return () => {
    next ??= turns.run(() => {
      next = null;
      return task();
    });
    return next;
  };
};

/** Runs tasks one after the other, in the order they were given. */
export const inTurn = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    run: (task) => {
      waiting += 1;
      const done = last.then(task).finally(() => {
        waiting -= 1;
      });
      // Whoever gave the task hears of its failure; the next one runs all the same.
      last = done.catch(() => undefined);
      return done;
    },
    idle: async () => {
      while (waiting > 0) await last;
    },
  };
};
