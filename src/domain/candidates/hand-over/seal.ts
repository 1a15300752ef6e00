import { bundleChunkBytes } from "../../loop/bundle/seal";
import { concatBytes } from "../../sealing/bytes";
import type { CryptoPort, DeviceIdentity } from "../../sealing/crypto-port";
import { isWeakSignKey } from "../../sealing/weak-keys";
import { handOverHeaderBytes } from "./header";

/** A hand-over has the chunks of a loop's bundle: 64 KiB of contents each, 16 bytes of tag after it. */
export const handOverChunkBytes = bundleChunkBytes;
const tagBytes = 16;
export const handOverSignatureBytes = 64;

/** Clips of a whole fair; no file is larger. */
export const maxHandOverBytes = 64 * 1024 * 1024 * 1024;

/** How many chunks contents of this length have; empty contents are one empty chunk. */
export const handOverChunks = (length: number): number => Math.max(1, Math.ceil(length / handOverChunkBytes));

/** Size of a whole file with contents of this length. */
export const handOverFileBytes = (length: number): number =>
  handOverHeaderBytes + length + handOverChunks(length) * tagBytes + handOverSignatureBytes;

/** One key for one file: HKDF-SHA-256 of what scrypt made of words and salt, the salt, "panelbook/1/hand-over-file". */
export const handOverFileKey = (
  stretched: Uint8Array,
  salt: Uint8Array,
  crypto: Pick<CryptoPort, "hkdfSha256" | "utf8">,
): Uint8Array =>
  crypto.hkdfSha256({
    secret: stretched,
    salt,
    info: crypto.utf8("panelbook/1/hand-over-file"),
    length: 32,
  });

/**
 * What the laptop signs: "panelbook/1/hand-over" NUL, the header, `digest`: SHA-256 of the sealed chunks' SHA-256 hashes
 * one after another. No kind of entry is called "hand-over", so neither can pass for the other.
 */
const signedBytes = (header: Uint8Array, digest: Uint8Array, crypto: Pick<CryptoPort, "utf8">): Uint8Array =>
  concatBytes(crypto.utf8("panelbook/1/hand-over\0"), header, digest);

export const signHandOver = (
  header: Uint8Array,
  digest: Uint8Array,
  identity: Pick<DeviceIdentity, "sign">,
  crypto: Pick<CryptoPort, "utf8">,
): Uint8Array => identity.sign(signedBytes(header, digest, crypto));

/** True where the laptop of `signKey` signed exactly this header and these chunks. */
export const isSignedHandOver = (
  file: {
    readonly header: Uint8Array;
    readonly digest: Uint8Array;
    readonly signKey: Uint8Array;
    readonly signature: Uint8Array;
  },
  crypto: Pick<CryptoPort, "utf8" | "verifyEd25519">,
): boolean =>
  !isWeakSignKey(file.signKey) &&
  crypto.verifyEd25519(file.signKey, signedBytes(file.header, file.digest, crypto), file.signature);
