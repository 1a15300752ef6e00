import type { LoopId } from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type { VaultFailure } from "../../contract/vault";
import { deriveLoopKey } from "../vault/loop-keys";
import type { Vault } from "../vault/open-vault";

/** The key that seals a loop's bundles in one generation: 32 bytes. */
export interface BundleKey {
  readonly generation: number;
  readonly key: Uint8Array;
}

/** What bundles need of the vault. */
export interface BundleKeys {
  readonly identity: DeviceIdentity;
  /** Of the newest generation this laptop holds. */
  readonly newest: (loopId: LoopId) => Result<BundleKey, VaultFailure | { readonly type: "noLoopSecret" }>;
  /** Null where this laptop does not hold that generation. */
  readonly ofGeneration: (loopId: LoopId, generation: number) => Result<Uint8Array | null, VaultFailure>;
}

export const bundleKeysOf = ({ identity, loopSecrets }: Vault): BundleKeys => ({
  identity,
  newest: (loopId) => {
    const newest = loopSecrets.newest(loopId);
    if (!newest.ok) return err(newest.error);
    const { generation, secret } = newest.value;
    return ok({ generation, key: deriveLoopKey(secret, "bundleKey") });
  },
  ofGeneration: (loopId, generation) => {
    const all = loopSecrets.all(loopId);
    if (!all.ok) return all;
    const held = all.value.find((secret) => secret.generation === generation);
    return ok(held === undefined ? null : deriveLoopKey(held.secret, "bundleKey"));
  },
});
