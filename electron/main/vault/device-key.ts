import { canonicalJson } from "../../../src/domain/sealing/canonical-json";
import type { KeyProtection } from "../../contract/vault";
import { nodeCrypto } from "./node-crypto";

/** A secret encrypted under the device key. */
export interface Wrapped {
  readonly nonce: string;
  readonly ciphertext: string;
}

/** What wraps every other key of this laptop, once it is open; lock/ says what opens it. */
export interface DeviceKey {
  readonly protection: KeyProtection;
  /** `label` says what the secret is and whose; the secret opens under the same label only. */
  readonly wrap: (secret: Uint8Array, label: object) => Wrapped;
  readonly unwrap: (wrapped: Wrapped, label: object) => Uint8Array | null;
}

export const deviceKeyFile = "device.key";
export const deviceKeyBytes = 32;

/** The key of these 32 bytes, guarded at rest as `protection` says. */
export const deviceKeyOf = (key: Uint8Array, protection: KeyProtection): DeviceKey => ({
  protection,
  wrap: (bytes, label) => {
    const nonce = nodeCrypto.randomBytes(12);
    const associated = nodeCrypto.utf8(canonicalJson(label));
    const ciphertext = nodeCrypto.aesGcmSeal({ key, nonce, associated, bytes });
    return { nonce: nodeCrypto.toBase64Url(nonce), ciphertext: nodeCrypto.toBase64Url(ciphertext) };
  },
  unwrap: ({ nonce, ciphertext }, label) =>
    nodeCrypto.aesGcmOpen({
      key,
      nonce: nodeCrypto.fromBase64Url(nonce),
      associated: nodeCrypto.utf8(canonicalJson(label)),
      bytes: nodeCrypto.fromBase64Url(ciphertext),
    }),
});
