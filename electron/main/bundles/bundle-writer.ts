import type { LoopId } from "../../../src/domain/ids";
import { encodeBundleHeader, loopTagOf } from "../../../src/domain/loop/bundle/header";
import {
  bundleChunkBytes,
  bundleChunks,
  bundleFileKey,
  sealBundleChunk,
  signBundle,
} from "../../../src/domain/loop/bundle/seal";
import { concatBytes } from "../../../src/domain/sealing/bytes";
import type { CryptoPort, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import { type Disk, openDraft } from "../files/draft-file";
import type { BundleKey } from "./bundle-keys";

/** A bundle on its way to the disk. It throws what the file system says; whoever gets an error abandons it. */
export interface BundleWriter {
  /** Takes whole chunks; only the last bytes of all may be less. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Signs what was written and gives the file its name. */
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

export interface BundlePlan {
  readonly path: string;
  readonly loopId: LoopId;
  /** Bytes of the contents; exactly as many are written. */
  readonly length: number;
  readonly key: BundleKey;
  readonly identity: DeviceIdentity;
}

const headerFor = ({ loopId, length, key, identity }: BundlePlan, salt: Uint8Array, crypto: CryptoPort) =>
  encodeBundleHeader({
    salt,
    loopTag: loopTagOf(loopId, salt, crypto),
    generation: key.generation,
    signKey: identity.signKey,
    length,
  });

/** Begins a bundle beside its place; one chunk is in memory at a time. */
export const openBundleWriter = async (
  plan: BundlePlan,
  crypto: CryptoPort,
  disk: Disk,
): Promise<BundleWriter> => {
  const salt = crypto.randomBytes(32);
  const header = headerFor(plan, salt, crypto);
  const fileKey = bundleFileKey(plan.key.key, salt, crypto);
  const chunks = bundleChunks(plan.length);
  const hashes: Uint8Array[] = [];
  let written = 0;
  const draft = await openDraft(plan.path, disk);

  const writeChunk = async (bytes: Uint8Array): Promise<void> => {
    const index = hashes.length;
    const sealed = sealBundleChunk(bytes, { fileKey, header, index, last: index === chunks - 1 }, crypto);
    hashes.push(crypto.sha256(sealed));
    written += bytes.length;
    await draft.write(sealed);
  };
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (written % bundleChunkBytes !== 0 || written + bytes.length > plan.length)
      throw new Error("a bundle is written in whole chunks, and no more than was announced");
    for (let at = 0; at < bytes.length; at += bundleChunkBytes)
      await writeChunk(bytes.subarray(at, at + bundleChunkBytes));
  };
  const finish = async (): Promise<void> => {
    if (plan.length === 0) await writeChunk(new Uint8Array(0));
    if (written !== plan.length) throw new Error("a bundle holds as much as was announced");
    await draft.write(signBundle(header, concatBytes(...hashes), plan.identity, crypto));
    await draft.commit();
  };
  try {
    await draft.write(header);
  } catch (thrown) {
    await draft.abandon();
    throw thrown;
  }
  return { write, finish, abandon: draft.abandon };
};
