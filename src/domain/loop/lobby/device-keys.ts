import { type Base64Url, base64UrlSchema, deviceIdSchema } from "../../ids";
import type { CryptoPort, DeviceIdentity } from "../../sealing/crypto-port";
import { type DeviceKeys, deviceKeysSchema } from "../roster";

/** Bytes as the formats write them. */
export const base64Url = (crypto: CryptoPort, bytes: Uint8Array): Base64Url =>
  base64UrlSchema.parse(crypto.toBase64Url(bytes));

/** The public half of this laptop's identity as it is written in messages and rosters. */
export const publicKeysOf = (crypto: CryptoPort, identity: DeviceIdentity): DeviceKeys =>
  deviceKeysSchema.parse({
    deviceId: identity.deviceId,
    signKey: crypto.toBase64Url(identity.signKey),
    agreeKey: crypto.toBase64Url(identity.agreement.publicKey),
  });

const oneSpelling = (crypto: CryptoPort, key: string): boolean =>
  crypto.toBase64Url(crypto.fromBase64Url(key)) === key;

/** True where the id is the hash of the signing key and each key is written in its only spelling. */
export const keysBelongTogether = (crypto: CryptoPort, keys: DeviceKeys): boolean => {
  const id = crypto.toBase64Url(crypto.sha256(crypto.fromBase64Url(keys.signKey)));
  return (
    keys.deviceId === deviceIdSchema.parse(id) &&
    oneSpelling(crypto, keys.signKey) &&
    oneSpelling(crypto, keys.agreeKey)
  );
};

export const signatureHolds = (
  crypto: CryptoPort,
  signer: DeviceKeys,
  bytes: Uint8Array,
  signature: string,
): boolean =>
  crypto.verifyEd25519(crypto.fromBase64Url(signer.signKey), bytes, crypto.fromBase64Url(signature));
