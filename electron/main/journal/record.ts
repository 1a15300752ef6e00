import { crc32c } from "../../../src/domain/crc32c";

/**
 * The safety journal on the disk, format 1.
 *
 * A journal file is a sequence of records and nothing else:
 *
 *     offset  bytes  what
 *     0       1      kind: 0x11 row, 0x12 whole (0x1_ is format 1; a kind, once written, keeps its meaning)
 *     1       4      length of the payload in bytes, unsigned, big endian
 *     5       4      CRC-32C of the kind, the length and the payload, unsigned, big endian
 *     9       n      payload
 *
 * The payload of `row` is the UTF-8 of a JSON object `{collection, id, height, schema, document}`, whose `document` is
 * null where the row was removed. JSON escapes control characters, so no kind byte stands inside a payload. The payload of
 * `whole` is empty; it stands first in a file that holds everything still wanted of the files before it.
 *
 * The journal encrypts nothing itself: rows about people come as the store's ciphertext under their subject's key, bound
 * to collection, id and subject, so that a rebuild notices a row that was changed or moved, and destroying the key makes
 * every copy unreadable at once. What is in clear here is in clear in the database too: kinds, random ids, days, counts.
 */
export const recordKinds = { row: 0x11, whole: 0x12 } as const;
export type RecordKind = keyof typeof recordKinds;

export const recordHeaderBytes = 9;

const kindOf = (code: number | undefined): RecordKind | null => {
  if (code === recordKinds.row) return "row";
  return code === recordKinds.whole ? "whole" : null;
};

const checksumOf = (record: Uint8Array): number => {
  const covered = new Uint8Array(record.length - 4);
  covered.set(record.subarray(0, 5));
  covered.set(record.subarray(recordHeaderBytes), 5);
  return crc32c(covered);
};

export const encodeJournalRecord = (kind: RecordKind, payload: Uint8Array): Uint8Array => {
  const record = new Uint8Array(recordHeaderBytes + payload.length);
  const view = new DataView(record.buffer);
  record[0] = recordKinds[kind];
  view.setUint32(1, payload.length);
  record.set(payload, recordHeaderBytes);
  view.setUint32(5, checksumOf(record));
  return record;
};

export interface FoundRecord {
  readonly kind: RecordKind;
  /** Where the record begins in its file. */
  readonly offset: number;
  /** With its header. */
  readonly length: number;
  readonly payload: Uint8Array;
}

/** The record that begins at `offset`, or null where none does. */
export const recordAt = (bytes: Uint8Array, offset: number): FoundRecord | null => {
  const kind = kindOf(bytes[offset]);
  if (kind === null || bytes.length - offset < recordHeaderBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset);
  const length = recordHeaderBytes + view.getUint32(1);
  if (bytes.length - offset < length) return null;
  const record = bytes.subarray(offset, offset + length);
  if (view.getUint32(5) !== checksumOf(record)) return null;
  return { kind, offset, length, payload: record.subarray(recordHeaderBytes) };
};

export interface Scan {
  readonly records: readonly FoundRecord[];
  /** Stretches that are no records although a record follows. The end of a file may be torn by a kill: that is none. */
  readonly damaged: number;
}

/** Every record of a file, also those behind a damaged stretch. */
export const scanRecords = (bytes: Uint8Array): Scan => {
  const records: FoundRecord[] = [];
  let damaged = 0;
  let lost = false;
  for (let offset = 0; offset < bytes.length; ) {
    const record = recordAt(bytes, offset);
    if (record === null) {
      lost = true;
      offset += 1;
      continue;
    }
    if (lost) damaged += 1;
    lost = false;
    records.push(record);
    offset += record.length;
  }
  return { records, damaged };
};
