import type { DeviceId } from "../../../src/domain/ids";
import { deviceIdSchema } from "../../../src/domain/ids";
import type { FrameCipher } from "../../../src/sync/gate/frame-cipher";
import { aesGcmFrameCipher } from "../../../src/sync/gate/frame-cipher";

/** A device id whose 32 bytes all are `fill`. */
export const aDevice = (fill: number): DeviceId =>
  deviceIdSchema.parse(Buffer.alloc(32, fill).toString("base64url"));

/** A transport key whose 32 bytes all are `fill`, as a window holds it: usable and not readable. */
export const aTransportKey = (fill = 7): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", new Uint8Array(32).fill(fill), "AES-GCM", false, ["encrypt", "decrypt"]);

export const aCipher = async (fill = 7): Promise<FrameCipher> =>
  aesGcmFrameCipher(await aTransportKey(fill), crypto);
