import { createCipheriv, createDecipheriv } from "node:crypto";
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

/** AES-256-GCM that finishes within the microtask, so that a seeded run comes again exactly. Nonces count up. */
export const aSynchronousCipher = (fill = 7): FrameCipher => {
  const key = Buffer.alloc(32, fill);
  let count = 0;
  return {
    seal: async (associated, message) => {
      const nonce = Buffer.alloc(12);
      nonce.writeUInt32BE(count++);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(associated);
      return new Uint8Array(
        Buffer.concat([nonce, cipher.update(message), cipher.final(), cipher.getAuthTag()]),
      );
    },
    open: async (associated, sealed) => {
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(associated);
      decipher.setAuthTag(sealed.subarray(-16));
      return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]));
    },
  };
};
