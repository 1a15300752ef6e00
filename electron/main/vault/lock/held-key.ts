import { existsSync, readdirSync } from "node:fs";
import { base64UrlSchema } from "../../../../src/domain/ids";
import { err, ok, type Result } from "../../../../src/domain/result";
import { sameBytes } from "../../../../src/domain/sealing/bytes";
import type { VaultFailure } from "../../../contract/vault";
import { deviceKeyBytes } from "../device-key";
import { nodeCrypto } from "../node-crypto";
import { bareKeyFile, emptyKeyFile, type KeyFile, readKeyFile, writeKeyFile } from "./key-file";
import type { KeyStore } from "./key-store";

export interface OpenKey {
  readonly bytes: Uint8Array;
  /** Twelve words opened it rather than the passphrase. */
  readonly isByWords: boolean;
  readonly file: KeyFile;
}

/** The device key of a folder: how it lies there, and its bytes while it is open. */
export interface HeldKey {
  /** Made with the vault and never again: a new key beside old files would make them unreadable for good. */
  readonly file: () => Result<KeyFile, VaultFailure>;
  readonly isByWords: () => boolean;
  /** The open key, or one that opens without being asked for; `locked` where it does not. */
  readonly opened: () => Result<OpenKey, VaultFailure>;
  readonly hold: (bytes: Uint8Array, isByWords: boolean) => void;
  readonly forget: () => void;
  readonly write: (file: KeyFile) => Result<void, VaultFailure>;
  /** How a key lies where nobody is asked: in the key store, or bare where there is none. */
  readonly unasked: (bytes: Uint8Array) => KeyFile;
}

/** Anything else in the folder was wrapped by a key that is not here; drafts of a broken write do not count. */
const holdsOtherFiles = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith("."));

/** Null where the store does not take the key, or does not give back what it took. */
const inStore = (keyStore: KeyStore, bytes: Uint8Array): KeyFile | null => {
  const sealed = keyStore.isThere() ? keyStore.seal(bytes) : null;
  const back = sealed === null ? null : keyStore.open(sealed);
  if (sealed === null || back === null || !sameBytes(back, bytes)) return null;
  const text = base64UrlSchema.parse(nodeCrypto.toBase64Url(sealed));
  return { ...emptyKeyFile, kept: { in: "keyStore", sealed: text } };
};

const keptBytes = ({ kept }: KeyFile, keyStore: KeyStore): Result<Uint8Array, VaultFailure> => {
  if (kept === null) return err({ type: "locked" });
  if (kept.in === "file") return ok(nodeCrypto.fromBase64Url(kept.key));
  const bytes = keyStore.open(nodeCrypto.fromBase64Url(kept.sealed));
  return bytes?.length === deviceKeyBytes ? ok(bytes) : err({ type: "keyStoreRefuses" });
};

export const openHeldKey = (folder: string, keyStore: KeyStore): HeldKey => {
  let held: Pick<OpenKey, "bytes" | "isByWords"> | null = null;
  const write: HeldKey["write"] = (file) => writeKeyFile(folder, file);
  const unasked = (bytes: Uint8Array): KeyFile => inStore(keyStore, bytes) ?? bareKeyFile(bytes);
  const make = (): Result<KeyFile, VaultFailure> => {
    if (holdsOtherFiles(folder)) return err({ type: "deviceKeyMissing" });
    const made = unasked(nodeCrypto.randomBytes(deviceKeyBytes));
    const written = write(made);
    return written.ok ? ok(made) : written;
  };
  const file: HeldKey["file"] = () => {
    const stored = readKeyFile(folder);
    if (!stored.ok) return stored;
    return stored.value === null ? make() : ok(stored.value);
  };
  /** A key that lay bare goes into the key store once there is one; where the disk refuses, it stays as it is. */
  const moveToStore = (stored: KeyFile, bytes: Uint8Array): KeyFile => {
    const inside = stored.kept?.in === "file" ? inStore(keyStore, bytes) : null;
    if (inside === null) return stored;
    const { words, lockAfterMinutes } = stored;
    const moved = { ...inside, words, lockAfterMinutes };
    return write(moved).ok ? moved : stored;
  };
  return {
    file,
    write,
    unasked,
    isByWords: () => held?.isByWords ?? false,
    hold: (bytes, isByWords) => {
      held = { bytes, isByWords };
    },
    forget: () => {
      held = null;
    },
    opened: () => {
      const stored = file();
      if (!stored.ok) return stored;
      if (held !== null) return ok({ ...held, file: stored.value });
      const bytes = keptBytes(stored.value, keyStore);
      if (!bytes.ok) return bytes;
      held = { bytes: bytes.value, isByWords: false };
      return ok({ ...held, file: moveToStore(stored.value, bytes.value) });
    },
  };
};
