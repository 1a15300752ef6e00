import type { DeviceId } from "../../domain/ids";
import { deviceIdSchema } from "../../domain/ids";

/** A device id is a SHA-256 in base64url; frames carry the 32 bytes. */
export const deviceBytes = 32;

export const bytesOfDevice = (deviceId: DeviceId): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(deviceId.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** The id of exactly 32 bytes. */
export const deviceOfBytes = (bytes: Uint8Array): DeviceId => {
  const text = btoa(String.fromCharCode(...bytes.subarray(0, deviceBytes)));
  return deviceIdSchema.parse(text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""));
};
