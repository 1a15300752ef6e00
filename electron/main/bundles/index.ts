import { bundleChunkBytes } from "../../../src/domain/loop/bundle/seal";
import { err, ok, type Result } from "../../../src/domain/result";
import type { CryptoPort } from "../../../src/domain/sealing/crypto-port";
import { bundlePieceBytes, type bundlesChannels } from "../../contract/bundles";
import type { HandlersOf } from "../../contract/channels";
import type { VaultFailure } from "../../contract/vault";
import { type Disk, nodeDisk, type WriteFailure, writeFailureOf } from "../files/draft-file";
import type { BundleKeys } from "./bundle-keys";
import { type BundleReader, openBundleReader } from "./bundle-reader";
import { type BundleWriter, openBundleWriter } from "./bundle-writer";
import { oneHeld } from "./one-held";

export interface BundlesOptions {
  readonly keys: () => Result<BundleKeys, VaultFailure>;
  readonly crypto: CryptoPort;
  /** Where a person wants the file, or null. */
  readonly placeToSave: (suggestedName: string) => Promise<string | null>;
  /** Which file a person chose, or null. */
  readonly fileToOpen: () => Promise<string | null>;
  readonly disk?: Disk;
}

interface Writing {
  readonly writer: BundleWriter;
  readonly path: string;
}

/** The file system's refusal as an answer; anything else is a bug and throws. */
const refusalOf = (thrown: unknown, path: string): WriteFailure => {
  const failure = writeFailureOf(thrown, path);
  if (failure === null) throw thrown;
  return failure;
};

/** Writes and reads the bundles of loops, as the contract's `bundles` channels. */
export const setupBundles = (options: BundlesOptions): HandlersOf<typeof bundlesChannels> => {
  const { keys, crypto, disk = nodeDisk } = options;
  const writing = oneHeld<Writing>(({ writer }) => writer.abandon());
  const reading = oneHeld<BundleReader>((reader) => reader.close());

  const attempt = async (
    handle: string,
    act: (writing: Writing) => Promise<void>,
  ): Promise<Result<Writing, WriteFailure | { readonly type: "gone" }>> => {
    const current = writing.get(handle);
    if (current === null) return err({ type: "gone" });
    try {
      await act(current);
      return ok(current);
    } catch (thrown) {
      await writing.drop(handle);
      return err(refusalOf(thrown, current.path));
    }
  };

  return {
    "bundles.create": async ({ loopId, suggestedName, length }) => {
      const open = keys();
      if (!open.ok) return open;
      const key = open.value.newest(loopId);
      if (!key.ok) return key;
      const path = await options.placeToSave(suggestedName);
      if (path === null) return err({ type: "cancelled" });
      const { identity } = open.value;
      try {
        const writer = await openBundleWriter(
          { path, loopId, length, key: key.value, identity },
          crypto,
          disk,
        );
        return ok({ handle: await writing.hold({ writer, path }) });
      } catch (thrown) {
        return err(refusalOf(thrown, path));
      }
    },
    "bundles.write": async ({ handle, bytes }) => {
      const written = await attempt(handle, ({ writer }) => writer.write(bytes));
      return written.ok ? ok(undefined) : written;
    },
    "bundles.finish": async ({ handle }) => {
      const finished = await attempt(handle, ({ writer }) => writer.finish());
      if (!finished.ok) return finished;
      // The file has its name now: abandoning removes only the draft, which is gone.
      await writing.drop(handle);
      return ok({ path: finished.value.path });
    },
    "bundles.open": async ({ loopIds }) => {
      const open = keys();
      if (!open.ok) return open;
      const path = await options.fileToOpen();
      if (path === null) return err({ type: "cancelled" });
      const reader = await openBundleReader(path, loopIds, open.value, crypto);
      if (!reader.ok) return reader;
      const { name, loopId, generation, deviceId, length } = reader.value;
      return ok({ handle: await reading.hold(reader.value), name, loopId, generation, deviceId, length });
    },
    "bundles.read": async ({ handle }) => {
      const reader = reading.get(handle);
      if (reader === null) return err({ type: "gone" });
      try {
        const piece = await reader.next(bundlePieceBytes / bundleChunkBytes);
        return piece === null ? err({ type: "damaged" }) : ok(piece);
      } catch (thrown) {
        if (thrown instanceof Error && "code" in thrown) return err({ type: "notReadable" });
        throw thrown;
      }
    },
    "bundles.drop": async ({ handle }) => {
      await writing.drop(handle);
      await reading.drop(handle);
      return ok(undefined);
    },
  };
};
