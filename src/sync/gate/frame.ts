import type { DeviceId } from "../../domain/ids";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import { bytesOfDevice, deviceBytes, deviceOfBytes } from "./device-bytes";

/**
 * A frame on the wire: version byte, the sender's device id (32 bytes), a number (6 bytes, big endian), then the
 * sealed message: nonce (12), ciphertext, tag (16). Everything before the nonce is bound as associated data, so
 * that a frame cannot be given another sender or number.
 */
export const frameVersion = 1;
const numberBytes = 6;
export const frameHeaderBytes = 1 + deviceBytes + numberBytes;
/** Nonce and tag. */
export const sealBytes = 12 + 16;
/** By how much a frame is longer than its message. */
export const frameOverhead = frameHeaderBytes + sealBytes;

const associatedPrefix = new TextEncoder().encode("panelbook/1/frame\0");

export interface FrameHeader {
  readonly deviceId: DeviceId;
  /** Counts a device's frames on one connection from 1. */
  readonly number: number;
}

export interface Frame {
  readonly header: FrameHeader;
  readonly associated: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array;
}

const join = (...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

const headerOf = ({ deviceId, number }: FrameHeader): Uint8Array<ArrayBuffer> => {
  const header = new Uint8Array(frameHeaderBytes);
  header[0] = frameVersion;
  header.set(bytesOfDevice(deviceId), 1);
  const view = new DataView(header.buffer, 1 + deviceBytes);
  view.setUint16(0, Math.floor(number / 2 ** 32));
  view.setUint32(2, number % 2 ** 32);
  return header;
};

/** What the seal of a frame with this header is bound to. */
export const associatedData = (header: FrameHeader): Uint8Array<ArrayBuffer> =>
  join(associatedPrefix, headerOf(header));

export const encodeFrame = (header: FrameHeader, sealed: Uint8Array): Uint8Array<ArrayBuffer> =>
  join(headerOf(header), sealed);

/** Takes a frame apart; says nothing about who made it until its seal was opened. */
export const decodeFrame = (
  frame: Uint8Array,
): Result<Frame, { readonly type: "notAFrame" | "newerVersion" }> => {
  const version = frame[0] ?? 0;
  if (version > frameVersion) return err({ type: "newerVersion" });
  if (version !== frameVersion || frame.length < frameOverhead) return err({ type: "notAFrame" });
  const header = frame.subarray(0, frameHeaderBytes);
  const view = new DataView(frame.buffer, frame.byteOffset + 1 + deviceBytes, numberBytes);
  return ok({
    header: {
      deviceId: deviceOfBytes(header.subarray(1, 1 + deviceBytes)),
      number: view.getUint16(0) * 2 ** 32 + view.getUint32(2),
    },
    associated: join(associatedPrefix, header),
    sealed: frame.subarray(frameHeaderBytes),
  });
};
