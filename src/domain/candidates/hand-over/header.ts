import { err, ok, type Result } from "../../result";
import { sameBytes } from "../../sealing/bytes";

/** The byte 0x89, "PBA", and line ends that a transfer as text would change. */
const magic = Uint8Array.of(0x89, 0x50, 0x42, 0x41, 0x0d, 0x0a, 0x1a, 0x0a);
/** What this program writes and reads. A format, once written, keeps its meaning. */
const handOverFormat = 1;

const at = {
  format: magic.length,
  salt: magic.length + 1,
  signKey: magic.length + 1 + 32,
  length: magic.length + 1 + 32 + 32,
} as const;

export const handOverHeaderBytes = at.length + 8;

/** The part of a hand-over that anybody can read. It names no person and no role. */
export interface HandOverHeader {
  /** 32 random bytes: the same words give every file another key. */
  readonly salt: Uint8Array;
  /** Ed25519 key of the laptop that wrote it. */
  readonly signKey: Uint8Array;
  /** Bytes of the contents before they were sealed. */
  readonly length: number;
}

/** `updateFirst`: written by a newer program. */
export type HandOverHeaderRefusal = { readonly type: "notAHandOver" | "updateFirst" | "truncated" };

/** A header in bytes: magic, format, salt, signing key, length (8); numbers big-endian. */
export const encodeHandOverHeader = ({ salt, signKey, length }: HandOverHeader): Uint8Array => {
  const header = new Uint8Array(handOverHeaderBytes);
  header.set(magic);
  header[at.format] = handOverFormat;
  header.set(salt, at.salt);
  header.set(signKey, at.signKey);
  new DataView(header.buffer).setBigUint64(at.length, BigInt(length));
  return header;
};

/** Reads a header from the first bytes of a file; says nothing yet about who wrote it. */
export const decodeHandOverHeader = (bytes: Uint8Array): Result<HandOverHeader, HandOverHeaderRefusal> => {
  if (!sameBytes(bytes.subarray(0, magic.length), magic)) return err({ type: "notAHandOver" });
  const format = bytes[at.format];
  if (format !== undefined && format > handOverFormat) return err({ type: "updateFirst" });
  if (format === 0) return err({ type: "notAHandOver" });
  if (bytes.length < handOverHeaderBytes) return err({ type: "truncated" });
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(at.length));
  if (!Number.isSafeInteger(length)) return err({ type: "notAHandOver" });
  return ok({ salt: bytes.slice(at.salt, at.signKey), signKey: bytes.slice(at.signKey, at.length), length });
};
