/**
 * A frame may be larger than what one data channel message carries: over 256 KiB Chromium closes the channel without
 * an error. So frames travel in chunks: format byte, then four 32-bit numbers (big endian), then a slice.
 *
 * | byte | meaning |
 * | --- | --- |
 * | 0 | format, 1 |
 * | 1 | number of the frame on this channel and in this direction, from 0 |
 * | 5 | index of the chunk, from 0 |
 * | 9 | count of chunks |
 * | 13 | length of the whole frame |
 */
const chunkFormat = 1;
export const chunkHeaderBytes = 17;
/** Under every browser's limit, and small enough that a lost packet holds little up. */
export const sliceBytes = 60 * 1024;

/** Cuts one frame; `number` counts the frames of a direction. An empty frame is one empty chunk. */
export function* cutFrame(
  number: number,
  frame: Uint8Array,
  slice = sliceBytes,
): Generator<Uint8Array<ArrayBuffer>> {
  const count = Math.max(1, Math.ceil(frame.length / slice));
  for (let index = 0; index < count; index += 1) {
    const piece = frame.subarray(index * slice, (index + 1) * slice);
    const chunk = new Uint8Array(chunkHeaderBytes + piece.length);
    chunk[0] = chunkFormat;
    const view = new DataView(chunk.buffer);
    [number, index, count, frame.length].forEach((value, at) => {
      view.setUint32(1 + at * 4, value);
    });
    chunk.set(piece, chunkHeaderBytes);
    yield chunk;
  }
}

export type JoinRefusal = "notAChunk" | "tooLong" | "outOfOrder" | "lengthDiffers";

export type Joined =
  /** More chunks have to come. */
  | { readonly state: "waiting" }
  | { readonly state: "whole"; readonly frame: Uint8Array<ArrayBuffer> }
  /** The channel is out of step; it has to be closed. */
  | { readonly state: "refused"; readonly reason: JoinRefusal };

interface Header {
  readonly number: number;
  readonly index: number;
  readonly count: number;
  readonly length: number;
}

const headerOf = (chunk: Uint8Array): Header | null => {
  if (chunk.length < chunkHeaderBytes || chunk[0] !== chunkFormat) return null;
  const view = new DataView(chunk.buffer, chunk.byteOffset);
  const at = (field: number): number => view.getUint32(1 + field * 4);
  return { number: at(0), index: at(1), count: at(2), length: at(3) };
};

/** Puts the chunks of one direction together again: in order, one frame at a time, never more than `maxBytes`. */
export interface ChunkJoiner {
  readonly add: (chunk: Uint8Array) => Joined;
}

export const chunkJoiner = (maxBytes: number): ChunkJoiner => {
  /** Room is taken as bytes come, never as a header claims. */
  let pieces: Uint8Array[] = [];
  let received = 0;
  let current: Header | null = null;
  let next = 0;

  const refuse = (reason: JoinRefusal): Joined => ({ state: "refused", reason });
  const isNext = ({ number, index, count, length }: Header): boolean =>
    number === next &&
    index === pieces.length &&
    index < count &&
    (current === null || (count === current.count && length === current.length));
  const whole = (): Joined => {
    const frame = new Uint8Array(received);
    let at = 0;
    for (const piece of pieces) {
      frame.set(piece, at);
      at += piece.length;
    }
    pieces = [];
    received = 0;
    current = null;
    next = (next + 1) % 2 ** 32;
    return { state: "whole", frame };
  };
  return {
    add: (chunk) => {
      const header = headerOf(chunk);
      if (header === null) return refuse("notAChunk");
      if (header.length > maxBytes) return refuse("tooLong");
      if (!isNext(header)) return refuse("outOfOrder");
      const piece = chunk.slice(chunkHeaderBytes);
      // An empty chunk in a row of many would cost the sender nothing and this side memory.
      if (piece.length === 0 && header.count > 1) return refuse("lengthDiffers");
      current = header;
      pieces.push(piece);
      received += piece.length;
      if (received > header.length) return refuse("lengthDiffers");
      if (pieces.length < header.count) return { state: "waiting" };
      return received === header.length ? whole() : refuse("lengthDiffers");
    },
  };
};
