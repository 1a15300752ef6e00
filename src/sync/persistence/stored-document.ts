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

/**
 * The whole document as one record, read back before it is handed out: null where the bytes do not give the same
 * document again. Loading and re-encoding also collects garbage; merging updates costs the square of their number.
 */
export const wholeRecord = (doc: Y.Doc): Uint8Array | null => {
  const payload = Y.encodeStateAsUpdateV2(doc);
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, payload);
  const same = stateDigest(copy).mark === stateDigest(doc).mark;
  copy.destroy();
  return same ? encodeRecord({ format: "snapshot", payload }) : null;
};
