import { cutFrame, sliceBytes } from "./chunks";

/** The part of an RTCDataChannel an outbox uses. */
export interface OutboxChannel {
  readonly bufferedAmount: number;
  readonly readyState: string;
  readonly send: (chunk: Uint8Array<ArrayBuffer>) => void;
}

/** What waits to be sent on one channel. */
export interface Outbox {
  /** Puts a frame behind those before it; false where more waits than `maxWaiting` allows: the peer does not read. */
  readonly put: (frame: Uint8Array) => boolean;
  /** Sends as much as the channel takes; called whenever it has room again. */
  readonly pump: () => void;
}

export interface OutboxLimits {
  /** Chunks are handed to the channel while it holds less than this. Chromium fails at about 16 MiB. */
  readonly maxBuffered: number;
  /** Most bytes of frames that may wait. */
  readonly maxWaiting: number;
  readonly slice: number;
}

export const defaultOutboxLimits: OutboxLimits = {
  maxBuffered: 1024 * 1024,
  maxWaiting: 128 * 1024 * 1024,
  slice: sliceBytes,
};

/** `channel` gives null while there is none: then frames wait. */
export const newOutbox = (
  channel: () => OutboxChannel | null,
  limits: OutboxLimits = defaultOutboxLimits,
): Outbox => {
  const frames: Uint8Array[] = [];
  let waiting = 0;
  let number = 0;
  /** The rest of the frame that is being sent; the next one starts when it is done. */
  let chunks: Iterator<Uint8Array<ArrayBuffer>> | null = null;

  const nextChunk = (): Uint8Array<ArrayBuffer> | null => {
    const chunk = chunks?.next();
    if (chunk !== undefined && !chunk.done) return chunk.value;
    const frame = frames.shift();
    if (frame === undefined) {
      chunks = null;
      return null;
    }
    waiting -= frame.length;
    chunks = cutFrame(number, frame, limits.slice);
    number = (number + 1) % 2 ** 32;
    return nextChunk();
  };
  const pump = (): void => {
    const open = channel();
    if (open === null) return;
    while (open.readyState === "open" && open.bufferedAmount < limits.maxBuffered) {
      const chunk = nextChunk();
      if (chunk === null) return;
      open.send(chunk);
    }
  };
  return {
    put: (frame) => {
      if (waiting + frame.length > limits.maxWaiting) return false;
      waiting += frame.length;
      frames.push(frame);
      pump();
      return true;
    },
    pump,
  };
};
