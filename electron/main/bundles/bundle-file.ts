import type { FileHandle } from "node:fs/promises";
import {
  type BundleHeader,
  bundleHeaderBytes,
  decodeBundleHeader,
  type HeaderRefusal,
} from "../../../src/domain/loop/bundle/header";
import {
  bundleChunks,
  bundleFileBytes,
  bundleSignatureBytes,
  isSignedBundle,
  sealedChunkBytes,
} from "../../../src/domain/loop/bundle/seal";
import { maxContentsBytes } from "../../../src/domain/loop/bundle/sections";
import { err, ok, type Result } from "../../../src/domain/result";
import { concatBytes } from "../../../src/domain/sealing/bytes";
import type { CryptoPort } from "../../../src/domain/sealing/crypto-port";
import { openToRead, readAt } from "../files/read-at";

export type BundleFileRefusal =
  | HeaderRefusal
  | { readonly type: "notReadable" | "damaged" }
  | { readonly type: "tooLarge"; readonly size: number; readonly limit: number };

/** A bundle file that is open for reading. It throws what the file system says. */
export interface BundleFile {
  readonly header: BundleHeader;
  readonly headerBytes: Uint8Array;
  readonly chunks: number;
  /** The sealed chunk at this place; shorter where the file ends before. */
  readonly chunk: (index: number) => Promise<Uint8Array>;
  readonly signature: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

const sizeRefusal = (size: number, length: number): BundleFileRefusal | null => {
  if (length > maxContentsBytes) return { type: "tooLarge", size: length, limit: maxContentsBytes };
  const expected = bundleFileBytes(length);
  if (size === expected) return null;
  return { type: size < expected ? "truncated" : "damaged" };
};

const bundleIn = async (file: FileHandle): Promise<Result<BundleFile, BundleFileRefusal>> => {
  const headerBytes = await readAt(file, 0, bundleHeaderBytes);
  const header = decodeBundleHeader(headerBytes);
  if (!header.ok) return header;
  const { size } = await file.stat();
  const { length } = header.value;
  const refusal = sizeRefusal(size, length);
  if (refusal !== null) return err(refusal);
  const chunks = bundleChunks(length);
  const end = size - bundleSignatureBytes;
  return ok({
    header: header.value,
    headerBytes,
    chunks,
    chunk: (index) => {
      const at = bundleHeaderBytes + index * sealedChunkBytes;
      return readAt(file, at, Math.min(sealedChunkBytes, end - at));
    },
    signature: () => readAt(file, end, bundleSignatureBytes),
    close: () => file.close(),
  });
};

/** Opens a file and reads its header; refuses what cannot be a whole bundle. Reads no more than the header. */
export const openBundleFile = async (path: string): Promise<Result<BundleFile, BundleFileRefusal>> => {
  const file = await openToRead(path);
  if (file === null) return err({ type: "notReadable" });
  try {
    const found = await bundleIn(file);
    if (!found.ok) await file.close();
    return found;
  } catch (thrown) {
    await file.close();
    if (thrown instanceof Error && "code" in thrown) return err({ type: "notReadable" });
    throw thrown;
  }
};

/** The hashes of all chunks, where the laptop of the header signed them; null otherwise. */
export const signedChunkHashes = async (
  file: BundleFile,
  crypto: CryptoPort,
): Promise<readonly Uint8Array[] | null> => {
  const hashes: Uint8Array[] = [];
  for (let index = 0; index < file.chunks; index += 1) hashes.push(crypto.sha256(await file.chunk(index)));
  const { headerBytes, header } = file;
  const chunkHashes = concatBytes(...hashes);
  const signature = await file.signature();
  const { signKey } = header;
  return isSignedBundle({ header: headerBytes, chunkHashes, signKey, signature }, crypto) ? hashes : null;
};
