import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bridge } from "../../../electron/contract/bridge";
import {
  type BundleCreateFailure,
  type BundleOpenFailure,
  type BundleReadFailure,
  type BundleWriteFailure,
  bundlePieceBytes,
  bundlesChannels,
  type FoundBundle,
} from "../../../electron/contract/bundles";
import type { SavedFile } from "../../../electron/contract/files";
import { setupBundles } from "../../../electron/main/bundles";
import type { BundleKeys } from "../../../electron/main/bundles/bundle-keys";
import type { Disk } from "../../../electron/main/files/draft-file";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import type { LoopId } from "../../../src/domain/ids";
import { err, ok, type Result, unwrap } from "../../../src/domain/result";
import type { CryptoPort, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";

/** A stick: one folder that several laptops write to and read from. */
export interface Stick {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly names: () => Promise<readonly string[]>;
  readonly bytes: (name: string) => Promise<Uint8Array>;
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export const newStick = async (): Promise<Stick> => {
  const folder = await mkdtemp(join(tmpdir(), "panelbook-stick-"));
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    names: async () => (await readdir(folder)).toSorted(),
    bytes: async (name) => new Uint8Array(await readFile(path(name))),
    put: (name, bytes) => writeFile(path(name), bytes),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

/** The bundle keys of some loops by generation, as one laptop holds them. */
export type HeldKeys = ReadonlyMap<LoopId, ReadonlyMap<number, Uint8Array>>;

export const keysWith = (identity: DeviceIdentity, held: () => HeldKeys): BundleKeys => ({
  identity,
  newest: (loopId) => {
    const newest = [...(held().get(loopId) ?? [])].toSorted(([left], [right]) => right - left)[0];
    return newest === undefined
      ? err({ type: "noLoopSecret" })
      : ok({ generation: newest[0], key: newest[1] });
  },
  ofGeneration: (loopId, generation) => ok(held().get(loopId)?.get(generation) ?? null),
});

export interface DeskOptions {
  readonly crypto?: CryptoPort;
  readonly disk?: Disk;
}

type Written = Result<SavedFile, BundleCreateFailure | BundleWriteFailure>;
type ReadBack = Result<
  FoundBundle & { readonly contents: Uint8Array },
  BundleOpenFailure | BundleReadFailure
>;

/** Main's handlers for one laptop, with the stick in the place of the dialogs. */
export const bundleDesk = (
  identity: DeviceIdentity,
  held: HeldKeys | (() => HeldKeys),
  stick: Pick<Stick, "path">,
  options: DeskOptions = {},
) => {
  let saveAs: string | null = null;
  let chosen: string | null = null;
  const bundles = setupBundles({
    keys: () => ok(keysWith(identity, typeof held === "function" ? held : () => held)),
    crypto: options.crypto ?? nodeCrypto,
    placeToSave: async (name) => stick.path(saveAs ?? name),
    fileToOpen: async () => (chosen === null ? null : stick.path(chosen)),
    ...(options.disk === undefined ? {} : { disk: options.disk }),
  });
  const open = async (name: string, loopIds: readonly LoopId[]) => {
    chosen = name;
    return bundles["bundles.open"]({ loopIds: [...loopIds] });
  };
  return {
    bundles,
    open,
    choose: (name: string | null): void => {
      chosen = name;
    },
    saveNextAs: (name: string | null): void => {
      saveAs = name;
    },
    /** Writes contents as the window does: in pieces. */
    write: async (name: string, loopId: LoopId, contents: Uint8Array): Promise<Written> => {
      const created = await bundles["bundles.create"]({
        loopId,
        suggestedName: name,
        length: contents.length,
      });
      if (!created.ok) return created;
      const { handle } = created.value;
      for (let at = 0; at < contents.length; at += bundlePieceBytes) {
        const written = await bundles["bundles.write"]({
          handle,
          bytes: contents.subarray(at, at + bundlePieceBytes),
        });
        if (!written.ok) return written;
      }
      return bundles["bundles.finish"]({ handle });
    },
    /** All contents of a bundle, or why there are none. */
    read: async (name: string, loopIds: readonly LoopId[]): Promise<ReadBack> => {
      const found = await open(name, loopIds);
      if (!found.ok) return found;
      const pieces: Uint8Array[] = [];
      for (;;) {
        const piece = await bundles["bundles.read"]({ handle: found.value.handle });
        if (!piece.ok) return piece;
        pieces.push(piece.value.bytes);
        if (piece.value.last) break;
      }
      unwrap(await bundles["bundles.drop"]({ handle: found.value.handle }));
      return ok({ ...found.value, contents: new Uint8Array(Buffer.concat(pieces)) });
    },
  };
};
/** The same as the window's bridge offers it. */
export const bridgeOf = ({ bundles }: BundleDesk): Bridge["bundles"] => ({
  create: async (input) => bundles["bundles.create"](bundlesChannels["bundles.create"].input.parse(input)),
  write: async (input) => bundles["bundles.write"](bundlesChannels["bundles.write"].input.parse(input)),
  finish: async (input) => bundles["bundles.finish"](input),
  open: async (input) => bundles["bundles.open"](bundlesChannels["bundles.open"].input.parse(input)),
  read: async (input) => bundles["bundles.read"](input),
  drop: async (input) => bundles["bundles.drop"](input),
});
export type BundleDesk = ReturnType<typeof bundleDesk>;
