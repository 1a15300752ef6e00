import { inTurn } from "../../../../src/domain/in-turn";
import { err, ok, type Result } from "../../../../src/domain/result";
import type { LockState, UnlockFailure } from "../../../contract/lock";
import type { VaultFailure } from "../../../contract/vault";
import { type DeviceKey, deviceKeyOf } from "../device-key";
import { entropyOf } from "../mnemonic";
import { type ChangeDoors, changeDoors, type TryPassphrase } from "./change-doors";
import { throughPassphrase, throughWords, usualCost } from "./doors";
import { openHeldKey } from "./held-key";
import { protectionOf } from "./key-file";
import { type KeyStore, noKeyStore } from "./key-store";
import { openPassphraseTries } from "./passphrase-tries";

/** What opens the device key of one vault, and forgets it again. */
export interface DeviceLock extends ChangeDoors {
  /** The key where it is open or opens without being asked for. */
  readonly key: () => Result<DeviceKey, VaultFailure>;
  readonly state: () => Result<LockState, VaultFailure>;
  readonly openWithPassphrase: (passphrase: string) => Promise<Result<undefined, UnlockFailure>>;
  readonly openWithWords: (words: string) => Promise<Result<undefined, UnlockFailure>>;
  /** Refused where no passphrase would open it again. */
  readonly close: () => Promise<Result<undefined, UnlockFailure>>;
}

export interface DeviceLockOptions {
  readonly folder: string;
  /** ms since 1970. */
  readonly now?: () => number;
  readonly keyStore?: KeyStore;
  /** scrypt's N for a passphrase set from now on. */
  readonly cost?: number;
}

/** Something that a person can type opens it. */
const isLock = ({ type }: VaultFailure): boolean => type === "locked" || type === "keyStoreRefuses";

export const openDeviceLock = ({
  folder,
  now = Date.now,
  keyStore = noKeyStore,
  cost = usualCost,
}: DeviceLockOptions): DeviceLock => {
  const tries = openPassphraseTries(folder, now);
  const held = openHeldKey(folder, keyStore);
  const oneByOne = inTurn().run;

  const tryPassphrase: TryPassphrase = async ({ passphrase: door }, passphrase) => {
    if (door === null) return err({ type: "noPassphrase" });
    const left = tries.secondsLeft();
    if (left > 0) return err({ type: "wait", waitSeconds: left });
    const waitSeconds = tries.count();
    const bytes = await throughPassphrase(door, passphrase);
    if (bytes === null) return err({ type: "wrongPassphrase", waitSeconds });
    tries.clear();
    return ok(bytes);
  };

  const openWithPassphrase: DeviceLock["openWithPassphrase"] = async (passphrase) => {
    const file = held.file();
    const bytes = file.ok ? await tryPassphrase(file.value, passphrase) : file;
    if (!bytes.ok) return bytes;
    held.hold(bytes.value, false);
    return ok(undefined);
  };

  const openWithWords = (words: string): Result<undefined, UnlockFailure> => {
    const file = held.file();
    if (!file.ok) return file;
    const entropy = entropyOf(words);
    if (!entropy.ok) return entropy;
    const door = file.value.words;
    const bytes = door === null ? null : throughWords(door, entropy.value);
    if (bytes === null) return err({ type: "wrongWords" });
    held.hold(bytes, true);
    tries.clear();
    return ok(undefined);
  };

  const close = (): Result<undefined, UnlockFailure> => {
    const file = held.file();
    if (!file.ok) return file;
    if (file.value.passphrase === null) return err({ type: "noPassphrase" });
    held.forget();
    return ok(undefined);
  };

  const change = changeDoors(held, tryPassphrase, cost);
  return {
    // Two at once would read the same file and each write its own, and one that locks would be undone by one that sets.
    setPassphrase: (...asked) => oneByOne(() => change.setPassphrase(...asked)),
    removePassphrase: (...asked) => oneByOne(() => change.removePassphrase(...asked)),
    makeWords: () => oneByOne(change.makeWords),
    setLockAfter: (minutes) => oneByOne(() => change.setLockAfter(minutes)),
    openWithPassphrase: (passphrase) => oneByOne(() => openWithPassphrase(passphrase)),
    openWithWords: (words) => oneByOne(async () => openWithWords(words)),
    close: () => oneByOne(async () => close()),
    key: () => {
      const open = held.opened();
      return open.ok ? ok(deviceKeyOf(open.value.bytes, protectionOf(open.value.file))) : open;
    },
    state: () => {
      const file = held.file();
      if (!file.ok) return file;
      const open = held.opened();
      if (!open.ok && !isLock(open.error)) return open;
      const { words, lockAfterMinutes } = file.value;
      return ok({
        isLocked: !open.ok,
        protection: protectionOf(file.value),
        hasWords: words !== null,
        isOpenedByWords: held.isByWords(),
        lockAfterMinutes,
        waitSeconds: tries.secondsLeft(),
      });
    },
  };
};
