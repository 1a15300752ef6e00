import type { Failure } from "../../bindings/services";
import type { Hash } from "../../domain/ids";
import type { Live } from "../../domain/live";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Result } from "../../domain/result";
import type { After } from "./after";
import type { RecordWithHash } from "./record-of-loop";

/** Keys that were held up together come in together, and one closing takes them all. */
const gatherMs = 2_000;

/** What is over once more of the loop has arrived. */
const passing: ReadonlySet<string> = new Set(["recordArriving", "incomplete", "behind"]);

export interface FollowRecordParts {
  readonly view: Live<LoopView>;
  /** What is due about the closed record where this laptop keeps `kept`, as a text that changes with it; or null. */
  readonly due: (kept: Hash | null) => string | null;
  /** Closes the record or takes over the authority's. */
  readonly bring: () => Promise<Result<RecordWithHash, Failure>>;
  readonly after: After;
}

/**
 * Keeps the closed record up to date while nobody looks at it: the authority's laptop closes it again when late cards opened,
 * every other one takes what was closed. What fails is tried again once something else is due, or more of the loop
 * has arrived. Returns the undo.
 */
export const followRecord = ({ view, due, bring, after }: FollowRecordParts): (() => void) => {
  let kept: Hash | null = null;
  let failed: string | null = null;
  let stopWaiting: (() => void) | null = null;
  let isOver = false;
  const doNow = async (task: string): Promise<void> => {
    const brought = await bring();
    if (brought.ok) kept = brought.value.hash;
    failed = brought.ok || passing.has(brought.error.type) ? null : task;
    if (brought.ok) look();
  };
  const tryNow = (task: string): void => {
    doNow(task).catch(() => {
      // Nobody waits for this one. Whoever opens the record does the same and is told what is wrong.
      failed = task;
    });
  };
  const look = (): void => {
    if (isOver || stopWaiting !== null) return;
    const task = due(kept);
    if (task === null || task === failed) return;
    stopWaiting = after(gatherMs, () => {
      stopWaiting = null;
      const current = due(kept);
      if (current !== null && current !== failed) tryNow(current);
    });
  };
  const undo = view.subscribe(look);
  look();
  return () => {
    isOver = true;
    undo();
    stopWaiting?.();
  };
};
