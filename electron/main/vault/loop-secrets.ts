import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { LoopId } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import { sameBytes } from "../../../src/domain/sealing/bytes";
import type { VaultFailure } from "../../contract/vault";
import type { DeviceKey } from "./device-key";
import { eraseFile } from "./durable-file";
import { fileNameOf } from "./keyring";
import { nodeCrypto } from "./node-crypto";
import { readWrapped, type SecretLabel, writeWrapped } from "./wrapped-file";

/** A loop's secret of one generation: 32 bytes. */
export interface LoopSecret {
  readonly generation: number;
  readonly secret: Uint8Array;
}

export type NoLoopSecret = { readonly type: "noLoopSecret" };

/** The secrets of the loops this laptop is in; those that do not count any more are kept for reading. */
export interface LoopSecrets {
  /** Makes generation 1 unless some generation is there; answers the newest. */
  readonly create: (loopId: LoopId) => Result<LoopSecret, VaultFailure>;
  /** Keeps a secret that came from another laptop. `otherSecret` where another one of that generation is there. */
  readonly keep: (
    loopId: LoopId,
    secret: LoopSecret,
  ) => Result<void, VaultFailure | { readonly type: "otherSecret" }>;
  /**
   * Keeps the secret that counts now, by a signed record: `newest` answers it from then on, also where rosters forked and
   * this laptop had followed the branch that lost. True where that changed anything.
   */
  readonly follow: (loopId: LoopId, secret: LoopSecret) => Result<boolean, VaultFailure>;
  readonly newest: (loopId: LoopId) => Result<LoopSecret, VaultFailure | NoLoopSecret>;
  /** Every secret here, the newest first. */
  readonly all: (loopId: LoopId) => Result<readonly LoopSecret[], VaultFailure>;
  readonly destroy: (loopId: LoopId) => Result<void, VaultFailure>;
}

export const secretBytes = 32;
/** The loop's name, the generation and, where the laptop changed branches, how often it had. */
const fileName = /^([0-9a-f]+)\.(\d{1,9})(?:\.(\d{1,9}))?\.json$/;

/** Which secret a file holds. A laptop that changed branches of forked rosters begins a new `branch`. */
interface Place {
  readonly generation: number;
  readonly branch: number;
}

const labelOf = (loopId: LoopId, { generation, branch }: Place): SecretLabel => ({
  kind: "loopSecret",
  facts: branch === 0 ? { loopId, generation } : { loopId, generation, branch },
});

const newestFirst = (left: Place, right: Place): number =>
  right.branch - left.branch || right.generation - left.generation;

const isSame = (one: LoopSecret, other: LoopSecret): boolean =>
  one.generation === other.generation && sameBytes(one.secret, other.secret);

export const openLoopSecrets = (vaultFolder: string, deviceKey: DeviceKey): LoopSecrets => {
  const folder = join(vaultFolder, "loops");
  const nameOf = (loopId: LoopId, { generation, branch }: Place): string =>
    `${fileNameOf(loopId)}.${generation}${branch === 0 ? "" : `.${branch}`}.json`;

  const places = (loopId: LoopId): readonly Place[] =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .map((name) => fileName.exec(name))
      .filter((match) => match?.[1] === fileNameOf(loopId))
      .map((match) => ({ generation: Number(match?.[2]), branch: Number(match?.[3] ?? 0) }))
      .toSorted(newestFirst);

  const read = (loopId: LoopId, place: Place): Result<LoopSecret, VaultFailure> => {
    const name = nameOf(loopId, place);
    const stored = readWrapped(join(folder, name), labelOf(loopId, place), deviceKey);
    if (!stored.ok) return stored;
    return stored.value?.secret.length === secretBytes
      ? ok({ generation: place.generation, secret: stored.value.secret })
      : err({ type: "vaultDamaged", file: name });
  };

  const write = (loopId: LoopId, secret: LoopSecret, branch: number): Result<void, VaultFailure> => {
    const place = { generation: secret.generation, branch };
    const path = join(folder, nameOf(loopId, place));
    return writeWrapped(path, secret.secret, labelOf(loopId, place), deviceKey);
  };

  const all: LoopSecrets["all"] = (loopId) => {
    const secrets: LoopSecret[] = [];
    for (const place of places(loopId)) {
      const secret = read(loopId, place);
      if (!secret.ok) return secret;
      secrets.push(secret.value);
    }
    return ok(secrets);
  };

  const newest: LoopSecrets["newest"] = (loopId) => {
    const [place] = places(loopId);
    return place === undefined ? err({ type: "noLoopSecret" }) : read(loopId, place);
  };

  const branchOf = (loopId: LoopId): number => places(loopId)[0]?.branch ?? 0;

  return {
    all,
    newest,
    create: (loopId) => {
      const there = newest(loopId);
      if (there.ok) return there;
      if (there.error.type !== "noLoopSecret") return err(there.error);
      const secret: LoopSecret = { generation: 1, secret: nodeCrypto.randomBytes(secretBytes) };
      const written = write(loopId, secret, 0);
      return written.ok ? ok(secret) : written;
    },
    keep: (loopId, secret) => {
      const held = all(loopId);
      if (!held.ok) return held;
      if (held.value.some((one) => isSame(one, secret))) return ok(undefined);
      const isTaken = held.value.some(({ generation }) => generation === secret.generation);
      return isTaken ? err({ type: "otherSecret" }) : write(loopId, secret, branchOf(loopId));
    },
    follow: (loopId, secret) => {
      const held = all(loopId);
      if (!held.ok) return held;
      const [now] = held.value;
      if (now !== undefined && isSame(now, secret)) return ok(false);
      const goesOn = now === undefined || secret.generation > now.generation;
      const written = write(loopId, secret, branchOf(loopId) + (goesOn ? 0 : 1));
      return written.ok ? ok(true) : written;
    },
    destroy: (loopId) => {
      for (const place of places(loopId)) {
        const erased = eraseFile(join(folder, nameOf(loopId, place)));
        if (!erased.ok) return erased;
      }
      return ok(undefined);
    },
  };
};
