import { concatBytes } from "../../sealing/bytes";
import type { CryptoPort, DeviceIdentity } from "../../sealing/crypto-port";
import { isWeakSignKey } from "../../sealing/weak-keys";
import { bundleHeaderBytes } from "./header";

/** Bytes of the contents in one chunk; only the last may have fewer. */
export const bundleChunkBytes = 64 * 1024;
const gcmTagBytes = 16;
export const sealedChunkBytes = bundleChunkBytes + gcmTagBytes;
export const bundleSignatureBytes = 64;

/** How many chunks contents of this length have; empty contents are one empty chunk. */
export const bundleChunks = (length: number): number => Math.max(1, Math.ceil(length / bundleChunkBytes));

/** Size of a whole file with contents of this length. */
export const bundleFileBytes = (length: number): number =>
  bundleHeaderBytes + length + bundleChunks(length) * gcmTagBytes + bundleSignatureBytes;

/** One key for one file: HKDF-SHA-256 of the loop's bundle key, the file's salt, "panelbook/1/bundle-file". */
export const bundleFileKey = (
  bundleKey: Uint8Array,
  salt: Uint8Array,
  crypto: Pick<CryptoPort, "hkdfSha256" | "utf8">,
): Uint8Array =>
  crypto.hkdfSha256({
    secret: bundleKey,
    salt,
    info: crypto.utf8("panelbook/1/bundle-file"),
    length: 32,
  });

/** What one chunk is sealed with. */
export interface ChunkPlace {
  readonly fileKey: Uint8Array;
  /** The header's bytes: a chunk opens under no other header. */
  readonly header: Uint8Array;
  /** Counts from 0. */
  readonly index: number;
  readonly last: boolean;
}

/**
 * The nonce of a chunk: its number (11 bytes, big-endian), then 1 for the last chunk and 0 for the others. Chunks that
 * were left out, swapped or cut off at the end do not open (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015).
 */
const nonceOf = ({ index, last }: ChunkPlace): Uint8Array => {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(3, BigInt(index));
  nonce[11] = last ? 1 : 0;
  return nonce;
};

export const sealBundleChunk = (
  bytes: Uint8Array,
  place: ChunkPlace,
  crypto: Pick<CryptoPort, "aesGcmSeal">,
): Uint8Array =>
  crypto.aesGcmSeal({ key: place.fileKey, nonce: nonceOf(place), associated: place.header, bytes });

/** The chunk's bytes, or null where they are not what was sealed at this place. */
export const openBundleChunk = (
  bytes: Uint8Array,
  place: ChunkPlace,
  crypto: Pick<CryptoPort, "aesGcmOpen">,
): Uint8Array | null =>
  crypto.aesGcmOpen({ key: place.fileKey, nonce: nonceOf(place), associated: place.header, bytes });

/**
 * What the laptop signs: "panelbook/1/bundle" NUL, the header, SHA-256 of the sealed chunks' SHA-256 hashes one after
 * another. No kind of entry is called "bundle", so neither can pass for the other.
 */
const bundleSignedBytes = (
  header: Uint8Array,
  chunkHashes: Uint8Array,
  crypto: Pick<CryptoPort, "sha256" | "utf8">,
): Uint8Array => concatBytes(crypto.utf8("panelbook/1/bundle\0"), header, crypto.sha256(chunkHashes));

export const signBundle = (
  header: Uint8Array,
  chunkHashes: Uint8Array,
  identity: Pick<DeviceIdentity, "sign">,
  crypto: Pick<CryptoPort, "sha256" | "utf8">,
): Uint8Array => identity.sign(bundleSignedBytes(header, chunkHashes, crypto));

/** True where the laptop of `signKey` signed exactly this header and these chunks. */
export const isSignedBundle = (
  file: {
    readonly header: Uint8Array;
    readonly chunkHashes: Uint8Array;
    readonly signKey: Uint8Array;
    readonly signature: Uint8Array;
  },
  crypto: Pick<CryptoPort, "sha256" | "utf8" | "verifyEd25519">,
): boolean =>
  !isWeakSignKey(file.signKey) &&
  crypto.verifyEd25519(
    file.signKey,
    bundleSignedBytes(file.header, file.chunkHashes, crypto),
    file.signature,
  );
