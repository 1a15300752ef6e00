import { ok, type Result } from "../../../../src/domain/result";
import { recoveryEntropyBytes } from "../../../../src/domain/sealing/recovery-key";
import type { UnlockFailure } from "../../../contract/lock";
import type { VaultFailure } from "../../../contract/vault";
import { wordsOf } from "../mnemonic";
import { nodeCrypto } from "../node-crypto";
import { passphraseDoor, wordsDoor } from "./doors";
import type { HeldKey, OpenKey } from "./held-key";

/** Tries a passphrase, with its waits. */
export type TryPassphrase = (
  file: OpenKey["file"],
  passphrase: string,
) => Promise<Result<Uint8Array, UnlockFailure>>;

/** What changes how the open key is guarded. */
export interface ChangeDoors {
  readonly setPassphrase: (
    passphrase: string,
    before: string | null,
  ) => Promise<Result<{ readonly words: string | null }, UnlockFailure>>;
  readonly removePassphrase: (passphrase: string) => Promise<Result<undefined, UnlockFailure>>;
  readonly makeWords: () => Promise<Result<{ readonly words: string }, UnlockFailure>>;
  readonly setLockAfter: (minutes: number | null) => Promise<Result<undefined, VaultFailure>>;
}

const newWords = (bytes: Uint8Array) => {
  const entropy = nodeCrypto.randomBytes(recoveryEntropyBytes);
  return { text: wordsOf(entropy), door: wordsDoor(entropy, bytes) };
};

const done = (written: Result<void, VaultFailure>): Result<undefined, VaultFailure> =>
  written.ok ? ok(undefined) : written;

/** `cost` is scrypt's N for a passphrase set from now on. */
export const changeDoors = (key: HeldKey, tryPassphrase: TryPassphrase, cost: number): ChangeDoors => {
  /** Whoever changes the passphrase shows it first, but where the words just opened the key. */
  const allowed = async (before: string | null): Promise<Result<OpenKey, UnlockFailure>> => {
    const open = key.opened();
    if (!open.ok || open.value.file.passphrase === null || open.value.isByWords) return open;
    const tried = await tryPassphrase(open.value.file, before ?? "");
    return tried.ok ? open : tried;
  };
  return {
    setPassphrase: async (passphrase, before) => {
      const open = await allowed(before);
      if (!open.ok) return open;
      const { bytes, file } = open.value;
      const words = file.words === null ? newWords(bytes) : null;
      const door = await passphraseDoor(passphrase, bytes, cost);
      const written = key.write({
        ...file,
        kept: null,
        passphrase: door,
        words: words?.door ?? file.words,
      });
      if (!written.ok) return written;
      key.hold(bytes, false);
      return ok({ words: words?.text ?? null });
    },
    removePassphrase: async (passphrase) => {
      const open = await allowed(passphrase);
      if (!open.ok) return open;
      const { bytes, file } = open.value;
      const written = done(key.write({ ...key.unasked(bytes), words: file.words }));
      if (written.ok) key.hold(bytes, false);
      return written;
    },
    makeWords: async () => {
      const open = key.opened();
      if (!open.ok) return open;
      const { text, door } = newWords(open.value.bytes);
      const written = key.write({ ...open.value.file, words: door });
      return written.ok ? ok({ words: text }) : written;
    },
    setLockAfter: async (minutes) => {
      const open = key.opened();
      return open.ok ? done(key.write({ ...open.value.file, lockAfterMinutes: minutes })) : open;
    },
  };
};
