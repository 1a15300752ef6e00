import * as Y from "yjs";
import type { Result } from "../../domain/result";
import { stateDigest } from "../state-digest";
import type { RecordRefusal, StoredRecord } from "./record-frame";
import { decodeRecord, encodeRecord } from "./record-frame";

/** Marks transactions that put back what the disk already has. */
export const fromDisk = Symbol("from disk");

/** A record that is on the disk and was left out. It stays there. */
export type DamagedRecord = RecordRefusal | { readonly type: "notAnUpdate" };

const applyRecord = (doc: Y.Doc, { format, payload }: StoredRecord): void => {
  if (format === "update") Y.applyUpdate(doc, payload, fromDisk);
  else Y.applyUpdateV2(doc, payload, fromDisk);
};

/** Applies one record to a document that may be thrown away; false where Yjs does not take it. */
const appliesAlone = (record: StoredRecord): boolean => {
  const scratch = new Y.Doc();
  try {
    applyRecord(scratch, record);
    return true;
  } catch {
    return false;
  } finally {
    scratch.destroy();
  }
};

/**
 * Applies stored records to `doc` in one transaction, so that observers run once, and says which were left out.
 * A record is tried on a document of its own first: Yjs applies part of a bad update before it throws.
 */
export const applyRecords = (doc: Y.Doc, records: readonly Uint8Array[]): readonly DamagedRecord[] => {
  const damaged: DamagedRecord[] = [];
  doc.transact(() => {
    for (const bytes of records) {
      const record: Result<StoredRecord, RecordRefusal> = decodeRecord(bytes);
      if (!record.ok) damaged.push(record.error);
      else if (!appliesAlone(record.value)) damaged.push({ type: "notAnUpdate" });
      else applyRecord(doc, record.value);
    }
  }, fromDisk);
  return damaged;
};

/** Lets the window do other things before it goes on. */
export type Pause = () => Promise<void>;

/** Reading back so much is over before anybody could notice it. */
const smallBytes = 256 * 1024;
const nextTask: Pause = () => new Promise((resolve) => setTimeout(resolve, 0));
const noPause: Pause = () => Promise.resolve();

const readBack = async (payload: Uint8Array, mark: number, pause: Pause): Promise<Uint8Array | null> => {
  await pause();
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, payload);
  await pause();
  const same = stateDigest(copy).mark === mark;
  copy.destroy();
  await pause();
  return same ? encodeRecord({ format: "snapshot", payload }) : null;
};

/**
 * The whole document, as it is at the call, as one record that is read back before it is handed out: null where the bytes
 * do not give the same document again. Loading and re-encoding also collects garbage; merging updates costs the square of
 * their number. Of a large document each step is a task of its own, so that keys are answered in between.
 */
export const wholeRecord = (doc: Y.Doc, given?: Pause): Promise<Uint8Array | null> => {
  const payload = Y.encodeStateAsUpdateV2(doc);
  const pause = given ?? (payload.length > smallBytes ? nextTask : noPause);
  return readBack(payload, stateDigest(doc).mark, pause);
};
