/** A part of the program that has something to finish before the program may end. */
export interface LastWork {
  /** What the log calls it. */
  readonly name: string;
  readonly finish: () => Promise<unknown>;
}

/** Calls `act` once after so many milliseconds; the undo is returned. */
export type Later = (milliseconds: number, act: () => void) => () => void;

/**
 * How long the end of the program waits. A disk that works has the journal within one second; Windows asks the person
 * whether to end a program by force that has not ended five seconds after the computer was told to shut down.
 */
export const quittingMs = 4_000;

/**
 * Lets every part finish at the same time and resolves with the names of those that failed or did not answer within the
 * bound. Nothing that counts is lost with them: what was called saved is in the database, the journal is told at the
 * next start what it lacks, and other laptops notice by themselves that one is gone.
 */
export const finishAll = (
  parts: readonly LastWork[],
  later: Later,
  withinMs: number = quittingMs,
): Promise<readonly string[]> => {
  const open = new Set(parts.map(({ name }) => name));
  const all = parts.map(async ({ name, finish }) => {
    await finish();
    open.delete(name);
  });
  return new Promise((resolve) => {
    const undo = later(withinMs, () => resolve([...open]));
    void Promise.allSettled(all).then(() => {
      undo();
      resolve([...open]);
    });
  });
};
