import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { SubjectId } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import type { VaultFailure } from "../../contract/vault";
import type { DeviceKey } from "./device-key";
import { eraseFile, readIfThere, writeDurably } from "./durable-file";
import { nodeCrypto } from "./node-crypto";
import { readWrapped, type SecretLabel, type Unwrapped, writeWrapped } from "./wrapped-file";

export interface SubjectKey {
  readonly keyVersion: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** One random key per candidate and loop, each in a file of its own, so that erasing one touches no other. */
export interface Keyring {
  /** Makes the key unless it is there. A destroyed key is not made again. */
  readonly create: (subjectId: SubjectId) => Result<void, VaultFailure | { readonly type: "destroyed" }>;
  /** The key; `noKey` where there never was one. */
  readonly lend: (
    subjectId: SubjectId,
  ) => Result<SubjectKey, VaultFailure | { readonly type: "noKey" } | { readonly type: "destroyed" }>;
  readonly isDestroyed: (subjectId: SubjectId) => Result<boolean, VaultFailure>;
  /** Erases the key for good; asking again for one that is gone changes nothing. */
  readonly destroy: (subjectId: SubjectId) => Result<void, VaultFailure>;
  /** Erases the key and does not say so: the next `create` makes another. Only where nothing was ever written under it. */
  readonly forget: (subjectId: SubjectId) => Result<void, VaultFailure>;
}

const firstVersion = 1;
const keyBytes = 32;

/** Ids differ by upper and lower case, which some file systems do not tell apart; their bytes in hex do not. */
export const fileNameOf = (id: string): string => Buffer.from(id, "base64url").toString("hex");

const labelOf = (subjectId: SubjectId): SecretLabel => ({ kind: "subjectKey", facts: { subjectId } });

const toSubjectKey = ({ secret, facts }: Unwrapped): SubjectKey | null => {
  const { keyVersion } = facts;
  return typeof keyVersion === "number" && secret.length === keyBytes ? { keyVersion, key: secret } : null;
};

const markerOf = (folder: string, subjectId: SubjectId): string =>
  join(folder, "subjects", `${fileNameOf(subjectId)}.destroyed`);

/** Whether this subject's key was destroyed on purpose; asks the disk and no key. */
export const isMarkedDestroyed = (folder: string, subjectId: SubjectId): boolean =>
  existsSync(markerOf(folder, subjectId));

/** For how many subjects there is a key, whether it opens or not. */
export const countSubjects = (folder: string): number => {
  const subjects = join(folder, "subjects");
  return existsSync(subjects) ? readdirSync(subjects).filter((name) => name.endsWith(".json")).length : 0;
};

export const openKeyring = (folder: string, deviceKey: DeviceKey): Keyring => {
  const keyPath = (subjectId: SubjectId): string => join(folder, "subjects", `${fileNameOf(subjectId)}.json`);
  const marker = (subjectId: SubjectId): string => markerOf(folder, subjectId);

  const isDestroyed: Keyring["isDestroyed"] = (subjectId) => {
    const mark = readIfThere(marker(subjectId));
    return mark.ok ? ok(mark.value !== null) : mark;
  };

  /** A crash between the mark and the erasing leaves a key that must not be used: it is erased when it is asked for. */
  const refuseDestroyed = (
    subjectId: SubjectId,
  ): Result<void, VaultFailure | { readonly type: "destroyed" }> => {
    const destroyed = isDestroyed(subjectId);
    if (!destroyed.ok || !destroyed.value) return destroyed.ok ? ok(undefined) : destroyed;
    const erased = eraseFile(keyPath(subjectId));
    return erased.ok ? err({ type: "destroyed" }) : erased;
  };

  const lend: Keyring["lend"] = (subjectId) => {
    const allowed = refuseDestroyed(subjectId);
    if (!allowed.ok) return allowed;
    const stored = readWrapped(keyPath(subjectId), labelOf(subjectId), deviceKey);
    if (!stored.ok) return stored;
    if (stored.value === null) return err({ type: "noKey" });
    const key = toSubjectKey(stored.value);
    return key === null ? err({ type: "vaultDamaged", file: `${fileNameOf(subjectId)}.json` }) : ok(key);
  };

  return {
    lend,
    isDestroyed,
    create: (subjectId) => {
      const there = lend(subjectId);
      if (there.ok) return ok(undefined);
      if (there.error.type !== "noKey") return err(there.error);
      const facts = { subjectId, keyVersion: firstVersion };
      const secret = nodeCrypto.randomBytes(keyBytes);
      return writeWrapped(keyPath(subjectId), secret, { kind: "subjectKey", facts }, deviceKey);
    },
    destroy: (subjectId) => {
      const marked = writeDurably(marker(subjectId), new Uint8Array(0));
      return marked.ok ? eraseFile(keyPath(subjectId)) : marked;
    },
    forget: (subjectId) => eraseFile(keyPath(subjectId)),
  };
};
