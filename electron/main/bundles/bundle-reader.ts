import { basename } from "node:path";
import type { DeviceId, LoopId } from "../../../src/domain/ids";
import { loopTagOf } from "../../../src/domain/loop/bundle/header";
import { bundleFileKey, openBundleChunk } from "../../../src/domain/loop/bundle/seal";
import { err, ok, type Result } from "../../../src/domain/result";
import { concatBytes, sameBytes } from "../../../src/domain/sealing/bytes";
import type { CryptoPort } from "../../../src/domain/sealing/crypto-port";
import { deviceIdOf } from "../../../src/domain/sealing/signing";
import type { BundleOpenFailure, BundlePiece } from "../../contract/bundles";
import { type BundleFile, openBundleFile, signedChunkHashes } from "./bundle-file";
import type { BundleKeys } from "./bundle-keys";

/** A bundle whose signature held up, piece by piece. */
export interface BundleReader {
  readonly name: string;
  readonly loopId: LoopId;
  readonly generation: number;
  readonly deviceId: DeviceId;
  readonly length: number;
  /** The next pieces of the contents, at most `chunks` chunks; null where the file is no longer what was checked. */
  readonly next: (chunks: number) => Promise<BundlePiece | null>;
  readonly close: () => Promise<void>;
}

export type ReaderFailure = Exclude<BundleOpenFailure, { type: "cancelled" }>;

interface Opening {
  readonly file: BundleFile;
  readonly name: string;
  readonly crypto: CryptoPort;
}

/** Deciphers chunk after chunk; a file that somebody exchanged since it was checked has other hashes. */
const piecesOf = ({ file, crypto }: Opening, bundleKey: Uint8Array, hashes: readonly Uint8Array[]) => {
  const fileKey = bundleFileKey(bundleKey, file.header.salt, crypto);
  let index = 0;
  const nextChunk = async (): Promise<Uint8Array | null> => {
    const sealed = await file.chunk(index);
    if (!sameBytes(crypto.sha256(sealed), hashes[index] ?? new Uint8Array(0))) return null;
    const place = { fileKey, header: file.headerBytes, index, last: index === file.chunks - 1 };
    index += 1;
    return openBundleChunk(sealed, place, crypto);
  };
  return async (chunks: number): Promise<BundlePiece | null> => {
    const opened: Uint8Array[] = [];
    for (let count = 0; count < chunks && index < file.chunks; count += 1) {
      const chunk = await nextChunk();
      if (chunk === null) return null;
      opened.push(chunk);
    }
    return { bytes: concatBytes(...opened), last: index === file.chunks };
  };
};

const loopOf = ({ file, crypto }: Opening, loopIds: readonly LoopId[]): LoopId | null =>
  loopIds.find((loopId) => sameBytes(loopTagOf(loopId, file.header.salt, crypto), file.header.loopTag)) ??
  null;

/** Anybody who learned the loop's id can make a file that looks like one of its bundles. */
const opens = async ({ file, crypto }: Opening, bundleKey: Uint8Array): Promise<boolean> => {
  const fileKey = bundleFileKey(bundleKey, file.header.salt, crypto);
  const place = { fileKey, header: file.headerBytes, index: 0, last: file.chunks === 1 };
  return openBundleChunk(await file.chunk(0), place, crypto) !== null;
};

/** Checks in the order in which a person is helped most: whose it is, whether it can be opened, whether it is whole. */
const readerOf = async (
  opening: Opening,
  loopIds: readonly LoopId[],
  keys: BundleKeys,
): Promise<Result<BundleReader, ReaderFailure>> => {
  const { file, crypto, name } = opening;
  const { generation, signKey, length } = file.header;
  const hashes = await signedChunkHashes(file, crypto);
  if (hashes === null) return err({ type: "damaged" });
  const loopId = loopOf(opening, loopIds);
  if (loopId === null) return err({ type: "notInThisLoop" });
  const key = keys.ofGeneration(loopId, generation);
  if (!key.ok) return key;
  if (key.value === null) return err({ type: "generationMissing", generation });
  if (!(await opens(opening, key.value))) return err({ type: "doesNotOpen" });
  const deviceId = deviceIdOf(signKey, crypto);
  return ok({
    name,
    loopId,
    generation,
    deviceId,
    length,
    next: piecesOf(opening, key.value, hashes),
    close: file.close,
  });
};

/** Opens a bundle of one of these loops and checks its signature; whoever gets a reader closes it. */
export const openBundleReader = async (
  path: string,
  loopIds: readonly LoopId[],
  keys: BundleKeys,
  crypto: CryptoPort,
): Promise<Result<BundleReader, ReaderFailure>> => {
  const file = await openBundleFile(path);
  if (!file.ok) return file;
  const opening = { file: file.value, name: basename(path), crypto };
  try {
    const reader = await readerOf(opening, loopIds, keys);
    if (!reader.ok) await file.value.close();
    return reader;
  } catch (thrown) {
    await file.value.close();
    if (thrown instanceof Error && "code" in thrown) return err({ type: "notReadable" });
    throw thrown;
  }
};
