import type { LoopId } from "../../ids";
import { err, ok, type Result } from "../../result";
import { concatBytes, sameBytes } from "../../sealing/bytes";
import type { CryptoPort } from "../../sealing/crypto-port";

/** The byte 0x89, "PBL", and line ends that a transfer as text would change. */
const magic = Uint8Array.of(0x89, 0x50, 0x42, 0x4c, 0x0d, 0x0a, 0x1a, 0x0a);
/** What this program writes and reads. A format, once written, keeps its meaning. */
const bundleFormat = 1;

const saltBytes = 32;
const tagBytes = 32;
const keyBytes = 32;

const at = {
  format: magic.length,
  salt: magic.length + 1,
  loopTag: magic.length + 1 + saltBytes,
  generation: magic.length + 1 + saltBytes + tagBytes,
  signKey: magic.length + 1 + saltBytes + tagBytes + 4,
  length: magic.length + 1 + saltBytes + tagBytes + 4 + keyBytes,
} as const;

export const bundleHeaderBytes = at.length + 8;

/** The part of a bundle that anybody can read. It names no person and no loop. */
export interface BundleHeader {
  /** 32 random bytes: no two bundles share a key, and no two tags of one loop look alike. */
  readonly salt: Uint8Array;
  /** What a laptop that knows the loop recognises it by. */
  readonly loopTag: Uint8Array;
  /** Which of the loop's secrets opens it. */
  readonly generation: number;
  /** Ed25519 key of the laptop that wrote it. */
  readonly signKey: Uint8Array;
  /** Bytes of the contents before they were sealed. */
  readonly length: number;
}

/** `updateFirst`: written by a newer program. */
export type HeaderRefusal = { readonly type: "notABundle" | "updateFirst" | "truncated" };

/** SHA-256 of "panelbook/1/bundle-loop" NUL salt loopId. A loop's id has 128 random bits: nobody finds it by trying. */
export const loopTagOf = (
  loopId: LoopId,
  salt: Uint8Array,
  crypto: Pick<CryptoPort, "sha256" | "utf8">,
): Uint8Array =>
  crypto.sha256(concatBytes(crypto.utf8("panelbook/1/bundle-loop\0"), salt, crypto.utf8(loopId)));

/** A header in bytes: magic, format, salt, loop tag, generation (4), signing key, length (8); numbers big-endian. */
export const encodeBundleHeader = ({
  salt,
  loopTag,
  generation,
  signKey,
  length,
}: BundleHeader): Uint8Array => {
  const header = new Uint8Array(bundleHeaderBytes);
  header.set(magic);
  header[at.format] = bundleFormat;
  header.set(salt, at.salt);
  header.set(loopTag, at.loopTag);
  header.set(signKey, at.signKey);
  const view = new DataView(header.buffer);
  view.setUint32(at.generation, generation);
  view.setBigUint64(at.length, BigInt(length));
  return header;
};

/** Reads a header from the first bytes of a file; says nothing yet about who wrote it. */
export const decodeBundleHeader = (bytes: Uint8Array): Result<BundleHeader, HeaderRefusal> => {
  if (!sameBytes(bytes.subarray(0, magic.length), magic)) return err({ type: "notABundle" });
  const format = bytes[at.format];
  if (format !== undefined && format > bundleFormat) return err({ type: "updateFirst" });
  if (format === 0) return err({ type: "notABundle" });
  if (bytes.length < bundleHeaderBytes) return err({ type: "truncated" });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bundleHeaderBytes);
  const length = Number(view.getBigUint64(at.length));
  if (!Number.isSafeInteger(length)) return err({ type: "notABundle" });
  return ok({
    salt: bytes.slice(at.salt, at.loopTag),
    loopTag: bytes.slice(at.loopTag, at.generation),
    generation: view.getUint32(at.generation),
    signKey: bytes.slice(at.signKey, at.length),
    length,
  });
};
