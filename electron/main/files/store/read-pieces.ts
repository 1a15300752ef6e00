import type { FileHandle } from "node:fs/promises";
import { readAt } from "../read-at";
import {
  headerBytes,
  lengthBytes,
  openPiece,
  type PieceKey,
  pieceKeyOf,
  readLength,
  tagBytes,
} from "./piece-format";

/** Where one piece lies. */
interface Place {
  /** Of its content in the whole content. */
  readonly from: number;
  readonly length: number;
  /** Of its ciphertext in the file. */
  readonly at: number;
}

/** A file's pieces as their lengths announce them; what they hold is checked when it is read. */
export interface PieceIndex {
  readonly pieceKey: PieceKey;
  readonly places: readonly Place[];
  /** Bytes of content. */
  readonly size: number;
  /** Where the next piece would begin. */
  readonly end: number;
  /** True where the last piece is there. */
  readonly whole: boolean;
}

/** Finds the pieces of a file, also of one that was cut anywhere; null where it is none of this subject's format. */
export const indexPieces = async (file: FileHandle, subjectKey: Uint8Array): Promise<PieceIndex | null> => {
  const pieceKey = pieceKeyOf(await readAt(file, 0, headerBytes), subjectKey);
  if (pieceKey === null) return null;
  const { size: fileSize } = await file.stat();
  const places: Place[] = [];
  let size = 0;
  let end = headerBytes;
  for (;;) {
    const announced = readLength(await readAt(file, end, lengthBytes));
    const next = end + lengthBytes + (announced?.length ?? 0) + tagBytes;
    if (announced === null || next > fileSize) return { pieceKey, places, size, end, whole: false };
    if (announced.last) return { pieceKey, places, size, end: next, whole: true };
    places.push({ from: size, length: announced.length, at: end + lengthBytes });
    size += announced.length;
    end = next;
  }
};

/** One piece's content; null where it is not what was written. */
export const readPiece = async (
  file: FileHandle,
  { pieceKey, places }: PieceIndex,
  index: number,
): Promise<Uint8Array | null> => {
  const place = places[index];
  if (place === undefined) return null;
  const bytes = await readAt(file, place.at, place.length + tagBytes);
  return openPiece(pieceKey, index, { length: place.length, last: false }, bytes);
};

/** True where what closes the file was written by whoever held the key. */
export const endIsSound = async (file: FileHandle, index: PieceIndex): Promise<boolean> => {
  const tag = await readAt(file, index.end - tagBytes, tagBytes);
  return (
    index.whole && openPiece(index.pieceKey, index.places.length, { length: 0, last: true }, tag) !== null
  );
};

/** The number of the piece that holds this byte of the content, by bisection; the last one where it is behind all. */
export const pieceAt = ({ places }: PieceIndex, byte: number): number => {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle]?.from ?? 0) <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
};
