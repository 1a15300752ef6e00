import { join } from "node:path";
import { ok, type Result } from "../../../src/domain/result";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type { KeyProtection, VaultFailure } from "../../contract/vault";
import { type BorrowedLoops, openBorrowedLoops } from "./borrowed-loops";
import type { DeviceKey } from "./device-key";
import { sweepDrafts } from "./durable-file";
import { openIdentity } from "./identity";
import { type Keyring, openKeyring } from "./keyring";
import { openDeviceLock } from "./lock/device-lock";
import { type LoopSecrets, openLoopSecrets } from "./loop-secrets";
import { openRecoveryKey, type RecoveryKey } from "./recovery-key";

/** The keys of this laptop. None of them leaves main but those of subjects and rooms that a window works with. */
export interface Vault {
  readonly protection: KeyProtection;
  readonly identity: DeviceIdentity;
  readonly keyring: Keyring;
  readonly loopSecrets: LoopSecrets;
  readonly recovery: RecoveryKey;
  readonly borrowed: BorrowedLoops;
}

const sweepAll = (folder: string): Result<void, VaultFailure> => {
  for (const part of [folder, join(folder, "subjects"), join(folder, "loops")]) {
    const swept = sweepDrafts(part);
    if (!swept.ok) return swept;
  }
  return ok(undefined);
};

const keyWithoutAsking = (folder: string): (() => Result<DeviceKey, VaultFailure>) =>
  openDeviceLock({ folder }).key;

/** Opens the vault in `folder` with its device key; makes it, with a new identity, where there is none. */
export const openVault = (
  folder: string,
  openKey: () => Result<DeviceKey, VaultFailure> = keyWithoutAsking(folder),
): Result<Vault, VaultFailure> => {
  const swept = sweepAll(folder);
  if (!swept.ok) return swept;
  const deviceKey = openKey();
  if (!deviceKey.ok) return deviceKey;
  const identity = openIdentity(folder, deviceKey.value);
  if (!identity.ok) return identity;
  return ok({
    protection: deviceKey.value.protection,
    identity: identity.value,
    keyring: openKeyring(folder, deviceKey.value),
    loopSecrets: openLoopSecrets(folder, deviceKey.value),
    recovery: openRecoveryKey(folder, deviceKey.value),
    borrowed: openBorrowedLoops(folder),
  });
};
