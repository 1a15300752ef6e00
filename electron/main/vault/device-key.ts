import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../../../src/domain/result";
import { canonicalJson } from "../../../src/domain/sealing/canonical-json";
import type { KeyProtection, VaultFailure } from "../../contract/vault";
import { readIfThere, writeDurably } from "./durable-file";
import { nodeCrypto } from "./node-crypto";

/** A secret encrypted under the device key. */
export interface Wrapped {
  readonly nonce: string;
  readonly ciphertext: string;
}

/**
 * What wraps every other key of this laptop. Today a file; the operating system's key store or a passphrase takes its
 * place behind this interface.
 */
export interface DeviceKey {
  readonly protection: KeyProtection;
  /** `label` says what the secret is and whose; the secret opens under the same label only. */
  readonly wrap: (secret: Uint8Array, label: object) => Wrapped;
  readonly unwrap: (wrapped: Wrapped, label: object) => Uint8Array | null;
}

export const deviceKeyFile = "device.key";
const keyBytes = 32;

const softwareKey = (key: Uint8Array): DeviceKey => ({
  protection: "softwareKey",
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

/** Anything else in the folder was wrapped by a key that is not here; drafts of a broken write do not count. */
const holdsOtherFiles = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith("."));

const makeKey = (folder: string): Result<DeviceKey, VaultFailure> => {
  if (holdsOtherFiles(folder)) return err({ type: "deviceKeyMissing" });
  const key = nodeCrypto.randomBytes(keyBytes);
  const written = writeDurably(join(folder, deviceKeyFile), key);
  return written.ok ? ok(softwareKey(key)) : written;
};

/**
 * The device key in a file only this user may read. It is made with the vault and never again: a new key beside old files
 * would make them unreadable for good.
 */
export const openSoftwareKey = (folder: string): Result<DeviceKey, VaultFailure> => {
  const stored = readIfThere(join(folder, deviceKeyFile));
  if (!stored.ok) return stored;
  if (stored.value === null) return makeKey(folder);
  if (stored.value.length !== keyBytes) return err({ type: "vaultDamaged", file: deviceKeyFile });
  return ok(softwareKey(stored.value));
};
