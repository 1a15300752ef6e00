import type * as Y from "yjs";
import type { LoopId } from "../../domain/ids";
import type { Live } from "../../domain/live";
import { liveCell } from "../../domain/live";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { CompactionLimits } from "./compaction";
import { compactor } from "./compaction";
import type { LoopPersistence, PersistenceFailure } from "./loop-persistence";
import { encodeRecord } from "./record-frame";
import type { DamagedRecord } from "./stored-document";
import { applyRecords, fromDisk } from "./stored-document";

/** Where the document's changes are. `saved`: every one of them is durable. */
export type SaveState =
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  | { readonly state: "failed"; readonly failure: PersistenceFailure };

/** A document whose changes go to the disk. */
export interface AttachedPersistence {
  readonly state: Live<SaveState>;
  /** What was on the disk and could not be used; it stays there, and the log is not compacted over it. */
  readonly damaged: readonly DamagedRecord[];
  readonly unreadable: readonly unknown[];
  /**
   * Resolves once every change made before the call is durable, or with why not. Failed records are tried again
   * by each call. Nothing may be acknowledged to a peer before this says ok.
   */
  readonly saved: () => Promise<Result<void, PersistenceFailure>>;
  /** Stops listening after a last attempt to save. */
  readonly close: () => Promise<void>;
}

/** Loads the loop into `doc`, then appends every local or remote change. Fails where the log cannot be loaded. */
export const attachPersistence = async (
  doc: Y.Doc,
  persistence: LoopPersistence,
  loopId: LoopId,
  limits?: CompactionLimits,
): Promise<Result<AttachedPersistence, PersistenceFailure>> => {
  const writer = recordWriter(persistence, loopId);
  const compaction = compactor(doc, persistence, loopId, limits);
  const keep = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromDisk) return;
    const record = encodeRecord({ format: "update", payload: update });
    writer.write(record).then(() => compaction.grown(record.length));
  };

  doc.on("update", keep);
  const stored = await persistence.load(loopId);
  if (!stored.ok) {
    doc.off("update", keep);
    return stored;
  }
  const damaged = applyRecords(doc, stored.value.updates);
  if (damaged.length === 0) compaction.allow(stored.value.updates);
  return ok({
    state: writer.state,
    damaged,
    unreadable: stored.value.unreadable,
    saved: writer.saved,
    close: async () => {
      doc.off("update", keep);
      await writer.saved();
      await compaction.end();
    },
  });
};

interface RecordWriter {
  readonly state: Live<SaveState>;
  readonly write: (record: Uint8Array) => Promise<void>;
  readonly saved: () => Promise<Result<void, PersistenceFailure>>;
}

/** Keeps every record until the disk has it. */
const recordWriter = (persistence: LoopPersistence, loopId: LoopId): RecordWriter => {
  const state = liveCell<SaveState>({ state: "saved" });
  const waiting = new Map<Uint8Array, PersistenceFailure | null>();
  const underWay = new Set<Promise<void>>();

  const failureOf = (): PersistenceFailure | undefined =>
    [...waiting.values()].find((failure) => failure !== null) ?? undefined;
  const show = (): void => {
    const failure = failureOf();
    if (failure !== undefined) state.set({ state: "failed", failure });
    else state.set({ state: waiting.size === 0 ? "saved" : "saving" });
  };
  const attempt = async (record: Uint8Array): Promise<void> => {
    const appended = await persistence.append(loopId, record);
    if (appended.ok) waiting.delete(record);
    else waiting.set(record, appended.error);
    show();
  };
  const write = (record: Uint8Array): Promise<void> => {
    waiting.set(record, null);
    show();
    const attempted = attempt(record).finally(() => underWay.delete(attempted));
    underWay.add(attempted);
    return attempted;
  };
  const saved = async (): Promise<Result<void, PersistenceFailure>> => {
    await Promise.all(underWay);
    // What is on its way by now is not written a second time.
    const failed = [...waiting].filter(([, failure]) => failure !== null);
    for (const [record] of failed) void write(record);
    await Promise.all(underWay);
    const failure = failureOf();
    return failure === undefined ? ok(undefined) : err(failure);
  };
  return { state, write, saved };
};
