import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { PieceKey } from "./piece-format";
import { headerBytes, pieceBytes, sealEnd, sealPiece, tagBytes } from "./piece-format";
import { type PieceIndex, readPiece } from "./read-pieces";

/** Content being written, piece by piece. It throws what the file system says. */
export interface PieceWriter {
  /** Content that is on the disk, in bytes. */
  readonly size: () => number;
  /** Once this resolved the bytes survive a power cut. After it threw, only `close` is left. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** Cuts a torn piece off and writes the end; gives the SHA-256 of the content. */
  readonly close: () => Promise<Uint8Array>;
}

/** Begins a file's pieces in an empty file. */
export const beginPieces = async (file: FileHandle, pieceKey: PieceKey): Promise<PieceWriter> => {
  await file.write(pieceKey.header, 0, headerBytes, 0);
  return writerFrom(file, pieceKey, { index: 0, size: 0, end: headerBytes, hash: createHash("sha256") });
};

interface Standing {
  index: number;
  size: number;
  end: number;
  readonly hash: ReturnType<typeof createHash>;
}

const writeAt = async (file: FileHandle, bytes: Uint8Array, at: number): Promise<void> => {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written);
    written += bytesWritten;
  }
};

const writerFrom = (file: FileHandle, pieceKey: PieceKey, standing: Standing): PieceWriter => {
  let broken = false;
  const writePieces = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const content = bytes.subarray(at, at + pieceBytes);
      const sealed = sealPiece(pieceKey, standing.index, content);
      await writeAt(file, sealed, standing.end);
      standing.hash.update(content);
      standing.index += 1;
      standing.size += content.length;
      standing.end += sealed.length;
    }
    await file.datasync();
  };
  return {
    size: () => standing.size,
    append: async (bytes) => {
      if (broken) throw new Error("nothing is written behind a piece that could not be written");
      // A piece written again after a failure would use its nonce for other content.
      broken = true;
      await writePieces(bytes);
      broken = false;
    },
    close: async () => {
      await file.truncate(standing.end);
      await writeAt(file, sealEnd(pieceKey, standing.index), standing.end);
      await file.sync();
      return new Uint8Array(standing.hash.digest());
    },
  };
};

/**
 * A writer that can only close what a crash left open: every piece that opens is kept, and what stands behind the first
 * one that does not is cut off.
 */
export const closerOf = async (file: FileHandle, found: PieceIndex): Promise<PieceWriter> => {
  const standing: Standing = { index: 0, size: 0, end: headerBytes, hash: createHash("sha256") };
  for (const place of found.places) {
    const content = await readPiece(file, found, standing.index);
    if (content === null) break;
    standing.hash.update(content);
    standing.index += 1;
    standing.size += content.length;
    standing.end = place.at + place.length + tagBytes;
  }
  return writerFrom(file, found.pieceKey, standing);
};
