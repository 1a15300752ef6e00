import { createHash } from "node:crypto";
import { agreementKeyFrom } from "../../../electron/main/vault/agreement-key";
import { deviceIdentityFrom } from "../../../electron/main/vault/device-identity";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import {
  type Device,
  type DeviceKeys,
  deviceKeysSchema,
  deviceSchema,
} from "../../../src/domain/loop/roster";
import type { CryptoPort, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import { noon, personId } from "../builders/record";

const seedBytes = (text: string): Uint8Array => new Uint8Array(createHash("sha256").update(text).digest());

/** The laptop called `name`: the same keys in every run. */
export const aDevice = (name: string): DeviceIdentity =>
  deviceIdentityFrom({ signing: seedBytes(`${name}/sign`), agreement: seedBytes(`${name}/agree`) });

export const keysOf = (device: DeviceIdentity): DeviceKeys =>
  deviceKeysSchema.parse({
    deviceId: device.deviceId,
    signKey: nodeCrypto.toBase64Url(device.signKey),
    agreeKey: nodeCrypto.toBase64Url(device.agreement.publicKey),
  });

/** A laptop as a roster lists it, of the person with this name. */
export const rosterDevice = (device: DeviceIdentity, owner: string): Device =>
  deviceSchema.parse({ ...keysOf(device), personId: personId(owner), label: "", admittedAt: noon });

/**
 * The real primitives with chance replaced by a fixed stream: SHA-256 of the seed and a count. What is sealed with it
 * comes out the same in every run.
 */
export const seededCrypto = (seed: string): CryptoPort => {
  let count = 0;
  const next = (): Uint8Array => {
    count += 1;
    return seedBytes(`${seed}/${count}`);
  };
  return {
    ...nodeCrypto,
    randomBytes: (length) => next().slice(0, length),
    ephemeralX25519: () => agreementKeyFrom(next()),
  };
};
