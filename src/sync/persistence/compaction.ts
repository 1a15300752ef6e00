import type * as Y from "yjs";
import type { LoopId } from "../../domain/ids";
import type { LoopPersistence } from "./loop-persistence";
import { decodeRecord } from "./record-frame";
import { type Pause, wholeRecord } from "./stored-document";

/** When a log is long enough to be replaced by one record. */
export interface CompactionLimits {
  readonly records: number;
  readonly bytes: number;
  /** Resolves at a moment when nobody types; at once where there is no such thing as a quiet moment. */
  readonly quiet?: () => Promise<void>;
  /** Between the steps of a replacement; left out, the window's next task where the document is large. */
  readonly pause?: Pause;
}

/** A log may grow for so long before it is shortened in the middle of something. */
const quietAtLatestMs = 10_000;

/**
 * Encoding takes tens of milliseconds of the window's thread, so it waits until the browser has nothing to do; what comes
 * after it is done in further tasks (`wholeRecord`). It stays in this thread: a worker would first need the document, which
 * is the encoding itself, and so large a log is replaced only each time it has grown by as much again.
 */
const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof globalThis.requestIdleCallback === "function")
      requestIdleCallback(() => resolve(), { timeout: quietAtLatestMs });
    else resolve();
  });

export const defaultCompactionLimits: CompactionLimits = { records: 500, bytes: 256 * 1024 };

/** Replaces a log by one record when it has grown enough. */
export interface Compactor {
  /** The log was loaded whole: from now on it may be replaced. */
  readonly allow: (loaded: readonly Uint8Array[]) => void;
  /** A record of so many bytes was appended. */
  readonly grown: (bytes: number) => void;
  /** Begins no replacement any more; resolves when none is under way. */
  readonly end: () => Promise<void>;
}

const isSnapshot = (record: Uint8Array): boolean => {
  const decoded = decodeRecord(record);
  return decoded.ok && decoded.value.format === "snapshot";
};

export const compactor = (
  doc: Y.Doc,
  persistence: LoopPersistence,
  loopId: LoopId,
  limits = defaultCompactionLimits,
): Compactor => {
  let allowed = false;
  let records = 0;
  let bytes = 0;
  /** A large document waits until the log has grown by its own size, or it would be rewritten all the time. */
  let wholeBytes = 0;
  let underWay: Promise<unknown> = Promise.resolve();
  let isPlanned = false;
  let ended = false;

  const due = (): boolean => records >= limits.records || bytes >= Math.max(limits.bytes, wholeBytes);
  /** Encoded in the same turn as the call, which says what is covered: a change in between would not be in the record. */
  const compactNow = async (): Promise<void> => {
    const whole = wholeRecord(doc, limits.pause);
    records = 0;
    bytes = 0;
    // A failure costs nothing: the log is still there and the next round tries again.
    await persistence.compact(loopId, whole);
    wholeBytes = (await whole)?.length ?? wholeBytes;
  };
  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    underWay = underWay.then(async () => {
      await (limits.quiet ?? whenIdle)();
      isPlanned = false;
      if (!ended) await compactNow();
    });
  };
  return {
    allow: (loaded) => {
      allowed = true;
      for (const record of loaded) {
        if (isSnapshot(record)) wholeBytes = Math.max(wholeBytes, record.length);
        else {
          records += 1;
          bytes += record.length;
        }
      }
    },
    grown: (length) => {
      records += 1;
      bytes += length;
      if (allowed && due()) plan();
    },
    end: async () => {
      ended = true;
      await underWay;
    },
  };
};
