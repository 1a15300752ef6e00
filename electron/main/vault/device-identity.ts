import { type KeyObject, sign } from "node:crypto";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import { deviceIdOf } from "../../../src/domain/sealing/signing";
import { agreementKeyFrom } from "./agreement-key";
import { nodeCrypto } from "./node-crypto";
import { privateKeyOf, rawPublicKey } from "./raw-keys";

/** The private halves of an identity, 32 bytes each. */
export interface IdentitySecrets {
  readonly signing: Uint8Array;
  readonly agreement: Uint8Array;
}

const signWith =
  (privateKey: KeyObject) =>
  (message: Uint8Array): Uint8Array =>
    new Uint8Array(sign(null, message, privateKey));

/** An identity that can be used and not read: the private bytes stay inside key objects. */
export const deviceIdentityFrom = (secrets: IdentitySecrets): DeviceIdentity => {
  const privateKey = privateKeyOf("ed25519", secrets.signing);
  const signKey = rawPublicKey("ed25519", privateKey);
  return {
    deviceId: deviceIdOf(signKey, nodeCrypto),
    signKey,
    sign: signWith(privateKey),
    agreement: agreementKeyFrom(secrets.agreement),
  };
};
