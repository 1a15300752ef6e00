import type { CryptoPort, DeviceIdentity } from "../../sealing/crypto-port";
import { deviceIdOf, exactBytes } from "../../sealing/signing";
import { isWeakSignKey } from "../../sealing/weak-keys";
import { type DeviceKeys, deviceKeysSchema } from "../roster";

/** The public half of this laptop's identity as it is written in messages and rosters. */
export const publicKeysOf = (crypto: CryptoPort, identity: DeviceIdentity): DeviceKeys =>
  deviceKeysSchema.parse({
    deviceId: identity.deviceId,
    signKey: crypto.toBase64Url(identity.signKey),
    agreeKey: crypto.toBase64Url(identity.agreement.publicKey),
  });

/** True where the id is the hash of the signing key, that key binds, and each key is in its only spelling. */
export const keysBelongTogether = (crypto: CryptoPort, keys: DeviceKeys): boolean => {
  const signKey = exactBytes(keys.signKey, crypto);
  if (signKey === null || isWeakSignKey(signKey) || exactBytes(keys.agreeKey, crypto) === null) return false;
  return keys.deviceId === deviceIdOf(signKey, crypto);
};

export const signatureHolds = (
  crypto: CryptoPort,
  signer: DeviceKeys,
  bytes: Uint8Array,
  signature: string,
): boolean => {
  const exact = exactBytes(signature, crypto);
  return exact !== null && crypto.verifyEd25519(crypto.fromBase64Url(signer.signKey), bytes, exact);
};
