import { join } from "node:path";
import { type DeviceKeys, deviceKeysSchema } from "../../../src/domain/loop/roster";
import { err, ok, type Result } from "../../../src/domain/result";
import { concatBytes } from "../../../src/domain/sealing/bytes";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type { VaultFailure } from "../../contract/vault";
import { deviceIdentityFrom, type IdentitySecrets } from "./device-identity";
import type { DeviceKey } from "./device-key";
import { nodeCrypto } from "./node-crypto";
import { rawKeyBytes } from "./raw-keys";
import { readWrapped, type SecretLabel, writeWrapped } from "./wrapped-file";

export const identityFile = "identity.json";

/** The public half as rosters carry it. */
export const publicKeysOf = (identity: DeviceIdentity): DeviceKeys =>
  deviceKeysSchema.parse({
    deviceId: identity.deviceId,
    signKey: nodeCrypto.toBase64Url(identity.signKey),
    agreeKey: nodeCrypto.toBase64Url(identity.agreement.publicKey),
  });

const splitSecrets = (secret: Uint8Array): IdentitySecrets | null =>
  secret.length === 2 * rawKeyBytes
    ? { signing: secret.subarray(0, rawKeyBytes), agreement: secret.subarray(rawKeyBytes) }
    : null;

const makeIdentity = (path: string, deviceKey: DeviceKey): Result<DeviceIdentity, VaultFailure> => {
  const [signing, agreement] = [nodeCrypto.randomBytes(rawKeyBytes), nodeCrypto.randomBytes(rawKeyBytes)];
  const identity = deviceIdentityFrom({ signing, agreement });
  const label: SecretLabel = { kind: "identity", facts: { ...publicKeysOf(identity) } };
  const written = writeWrapped(path, concatBytes(signing, agreement), label, deviceKey);
  return written.ok ? ok(identity) : written;
};

/** This laptop's identity: Ed25519 and X25519 keys made once, at the first start, and kept. */
export const openIdentity = (folder: string, deviceKey: DeviceKey): Result<DeviceIdentity, VaultFailure> => {
  const path = join(folder, identityFile);
  const stored = readWrapped(path, { kind: "identity", facts: {} }, deviceKey);
  if (!stored.ok) return stored;
  if (stored.value === null) return makeIdentity(path, deviceKey);
  const secrets = splitSecrets(stored.value.secret);
  return secrets === null
    ? err({ type: "vaultDamaged", file: identityFile })
    : ok(deviceIdentityFrom(secrets));
};
