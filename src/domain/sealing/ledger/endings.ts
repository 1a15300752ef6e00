import type { AuthenticEntry } from "../entries";

type Log = AuthenticEntry<"log">;

/** A log entry that ended the loop, with what it says. */
export interface Ending {
  readonly entry: Log;
  readonly event: Extract<Log["body"]["event"], { readonly type: "loopEnded" }>;
}

/** The endings among these entries of the log, which count, that no later one took back. */
export const standingEndings = (logs: readonly Log[]): readonly Ending[] => {
  const takenBack = new Set(
    logs.flatMap(({ body: { event } }) => (event.type === "loopResumed" ? event.endings : [])),
  );
  return logs.flatMap((entry) => {
    const { event } = entry.body;
    return event.type === "loopEnded" && !takenBack.has(entry.hash) ? [{ entry, event }] : [];
  });
};

/**
 * True for a call that a standing ending did not know of. Which of two came first cannot be told where neither knew the
 * other; the candidate's word is then the safer one, and taking it back lets the call count again.
 */
export const isEndedFor = ({ hash }: AuthenticEntry<"call">, endings: readonly Ending[]): boolean =>
  endings.some(({ event }) => !event.knownReveals.includes(hash));
