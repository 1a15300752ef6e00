import type { FileHandle } from "node:fs/promises";
import {
  decodeHandOverHeader,
  type HandOverHeader,
  type HandOverHeaderRefusal,
  handOverHeaderBytes,
} from "../../../src/domain/candidates/hand-over/header";
import {
  handOverChunks,
  handOverFileBytes,
  handOverSignatureBytes,
  maxHandOverBytes,
} from "../../../src/domain/candidates/hand-over/seal";
import { sealedChunkBytes } from "../../../src/domain/loop/bundle/seal";
import { err, ok, type Result } from "../../../src/domain/result";
import { openToRead, readAt } from "../files/read-at";

export type HandOverFileRefusal =
  | HandOverHeaderRefusal
  | { readonly type: "notReadable" | "damaged" }
  | { readonly type: "tooLarge"; readonly size: number; readonly limit: number };

/** A hand-over that is open for reading. It throws what the file system says. */
export interface HandOverFile {
  readonly header: HandOverHeader;
  readonly headerBytes: Uint8Array;
  readonly chunks: number;
  /** The sealed chunk at this place; shorter where the file ends before. */
  readonly chunk: (index: number) => Promise<Uint8Array>;
  readonly signature: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

const sizeRefusal = (size: number, length: number): HandOverFileRefusal | null => {
  if (length > maxHandOverBytes) return { type: "tooLarge", size: length, limit: maxHandOverBytes };
  const expected = handOverFileBytes(length);
  if (size === expected) return null;
  return { type: size < expected ? "truncated" : "damaged" };
};

const handOverIn = async (file: FileHandle): Promise<Result<HandOverFile, HandOverFileRefusal>> => {
  const headerBytes = await readAt(file, 0, handOverHeaderBytes);
  const header = decodeHandOverHeader(headerBytes);
  if (!header.ok) return header;
  const { size } = await file.stat();
  const refusal = sizeRefusal(size, header.value.length);
  if (refusal !== null) return err(refusal);
  const end = size - handOverSignatureBytes;
  return ok({
    header: header.value,
    headerBytes,
    chunks: handOverChunks(header.value.length),
    chunk: (index) => {
      const at = handOverHeaderBytes + index * sealedChunkBytes;
      return readAt(file, at, Math.min(sealedChunkBytes, end - at));
    },
    signature: () => readAt(file, end, handOverSignatureBytes),
    close: () => file.close(),
  });
};

/** Opens a file and reads its header; refuses what cannot be a whole hand-over. Reads no more than the header. */
export const openHandOverFile = async (path: string): Promise<Result<HandOverFile, HandOverFileRefusal>> => {
  const file = await openToRead(path);
  if (file === null) return err({ type: "notReadable" });
  try {
    const found = await handOverIn(file);
    if (!found.ok) await file.close();
    return found;
  } catch (thrown) {
    await file.close();
    if (thrown instanceof Error && "code" in thrown) return err({ type: "notReadable" });
    throw thrown;
  }
};
