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

/** The secrets of the loops this laptop is in; old generations are kept for reading. */
export interface LoopSecrets {
  /** Makes generation 1 unless some generation is there; answers the newest. */
  readonly create: (loopId: LoopId) => Result<LoopSecret, VaultFailure>;
  /** Keeps a secret that came from another laptop. `otherSecret` where another one of that generation is there. */
  readonly keep: (
    loopId: LoopId,
    secret: LoopSecret,
  ) => Result<void, VaultFailure | { readonly type: "otherSecret" }>;
  readonly newest: (loopId: LoopId) => Result<LoopSecret, VaultFailure | NoLoopSecret>;
  /** Every generation here, the newest first. */
  readonly all: (loopId: LoopId) => Result<readonly LoopSecret[], VaultFailure>;
  readonly destroy: (loopId: LoopId) => Result<void, VaultFailure>;
}

export const secretBytes = 32;
const fileName = /^([0-9a-f]+)\.(\d{1,9})\.json$/;

const labelOf = (loopId: LoopId, generation: number): SecretLabel => ({
  kind: "loopSecret",
  facts: { loopId, generation },
});

export const openLoopSecrets = (vaultFolder: string, deviceKey: DeviceKey): LoopSecrets => {
  const folder = join(vaultFolder, "loops");
  const nameOf = (loopId: LoopId, generation: number): string => `${fileNameOf(loopId)}.${generation}.json`;

  const generations = (loopId: LoopId): readonly number[] =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .map((name) => fileName.exec(name))
      .filter((match) => match?.[1] === fileNameOf(loopId))
      .map((match) => Number(match?.[2]))
      .toSorted((left, right) => right - left);

  const read = (loopId: LoopId, generation: number): Result<LoopSecret | null, VaultFailure> => {
    const name = nameOf(loopId, generation);
    const stored = readWrapped(join(folder, name), labelOf(loopId, generation), deviceKey);
    if (!stored.ok || stored.value === null) return stored.ok ? ok(null) : stored;
    const { secret } = stored.value;
    return secret.length === secretBytes
      ? ok({ generation, secret })
      : err({ type: "vaultDamaged", file: name });
  };

  const write = (loopId: LoopId, { generation, secret }: LoopSecret): Result<void, VaultFailure> =>
    writeWrapped(join(folder, nameOf(loopId, generation)), secret, labelOf(loopId, generation), deviceKey);

  const all: LoopSecrets["all"] = (loopId) => {
    const secrets: LoopSecret[] = [];
    for (const generation of generations(loopId)) {
      const secret = read(loopId, generation);
      if (!secret.ok) return secret;
      if (secret.value !== null) secrets.push(secret.value);
    }
    return ok(secrets);
  };

  const newest: LoopSecrets["newest"] = (loopId) => {
    const [generation] = generations(loopId);
    const secret = generation === undefined ? ok(null) : read(loopId, generation);
    if (!secret.ok) return secret;
    return secret.value === null ? err({ type: "noLoopSecret" }) : ok(secret.value);
  };

  return {
    all,
    newest,
    create: (loopId) => {
      const there = newest(loopId);
      if (there.ok) return there;
      if (there.error.type !== "noLoopSecret") return err(there.error);
      const secret: LoopSecret = { generation: 1, secret: nodeCrypto.randomBytes(secretBytes) };
      const written = write(loopId, secret);
      return written.ok ? ok(secret) : written;
    },
    keep: (loopId, secret) => {
      const there = read(loopId, secret.generation);
      if (!there.ok) return there;
      if (there.value === null) return write(loopId, secret);
      return sameBytes(there.value.secret, secret.secret) ? ok(undefined) : err({ type: "otherSecret" });
    },
    destroy: (loopId) => {
      for (const generation of generations(loopId)) {
        const erased = eraseFile(join(folder, nameOf(loopId, generation)));
        if (!erased.ok) return erased;
      }
      return ok(undefined);
    },
  };
};
