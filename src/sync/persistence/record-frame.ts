import { crc32c } from "../../domain/crc32c";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";

/**
 * A stored record: one format byte, the CRC-32C (big endian) of that byte and the payload, the payload.
 * The format byte matters: Yjs reads an update in its second encoding with the reader of the first without
 * complaint and makes an empty document of it. A format, once written, keeps its meaning.
 */
export const recordFormats = { update: 0x01, snapshot: 0x02 } as const;
/** `update`: a Yjs update in its first encoding. `snapshot`: the whole document in its second encoding. */
export type RecordFormat = keyof typeof recordFormats;

export interface StoredRecord {
  readonly format: RecordFormat;
  readonly payload: Uint8Array;
}

export type RecordRefusal =
  | { readonly type: "tooShort" }
  /** Written by a newer program, or no record at all. */
  | { readonly type: "unknownFormat"; readonly found: number }
  | { readonly type: "checksum" };

const headerBytes = 5;

const checksumOf = (format: number, payload: Uint8Array): number => {
  const covered = new Uint8Array(payload.length + 1);
  covered[0] = format;
  covered.set(payload, 1);
  return crc32c(covered);
};

export const encodeRecord = ({ format, payload }: StoredRecord): Uint8Array => {
  const code = recordFormats[format];
  const record = new Uint8Array(headerBytes + payload.length);
  record[0] = code;
  new DataView(record.buffer).setUint32(1, checksumOf(code, payload));
  record.set(payload, headerBytes);
  return record;
};

const formatOf = (code: number): RecordFormat | undefined =>
  (Object.keys(recordFormats) as RecordFormat[]).find((format) => recordFormats[format] === code);

export const decodeRecord = (record: Uint8Array): Result<StoredRecord, RecordRefusal> => {
  if (record.length < headerBytes) return err({ type: "tooShort" });
  const code = record[0] ?? 0;
  const format = formatOf(code);
  if (format === undefined) return err({ type: "unknownFormat", found: code });
  const payload = record.slice(headerBytes);
  const stated = new DataView(record.buffer, record.byteOffset).getUint32(1);
  return stated === checksumOf(code, payload) ? ok({ format, payload }) : err({ type: "checksum" });
};
