import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Bridge } from "../../../electron/contract/bridge";
import { handOversChannels } from "../../../electron/contract/hand-overs";
import { keptChannels } from "../../../electron/contract/kept";
import type { Disk } from "../../../electron/main/files/draft-file";
import { keptHandlers } from "../../../electron/main/files/kept-handlers";
import { createFileStore, type FileStore } from "../../../electron/main/files/store/file-store";
import { setupHandOvers } from "../../../electron/main/hand-overs";
import type { Stretch } from "../../../electron/main/hand-overs/words-key";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import type { SubjectId } from "../../../src/domain/ids";
import { ok } from "../../../src/domain/result";
import { aDevice } from "../sealing/devices";

/** Stands for scrypt where a test is not about how long it takes. */
export const quickStretch: Stretch = async (words, salt) =>
  new Uint8Array(createHash("sha256").update(words).update(salt).digest());

/** Where a test's file is written and chosen, in the place of the dialogs. */
export interface Carried {
  /** The path of the next file, to write or to read; null is a person who cancels. */
  path: string | null;
}

export interface HandOverDeskOptions {
  readonly name: string;
  /** Where this laptop keeps its files about people. */
  readonly folder: string;
  /** Which subjects have a key here. */
  readonly hasKey: (subjectId: SubjectId) => boolean;
  readonly carried: Carried;
  readonly disk?: Disk;
  readonly stretch?: Stretch;
}

/** Main's part in hand-overs on one laptop, with the files it keeps. */
export const handOverDesk = ({ name, folder, hasKey, carried, disk, stretch }: HandOverDeskOptions) => {
  const keyOf = (subjectId: SubjectId) => nodeCrypto.sha256(nodeCrypto.utf8(`${name}/${subjectId}`));
  const files: FileStore = createFileStore(join(folder, name), (subjectId) =>
    hasKey(subjectId) ? { keyVersion: 1, key: keyOf(subjectId) } : null,
  );
  const handlers = setupHandOvers({
    identity: () => ok(aDevice(name)),
    crypto: nodeCrypto,
    files,
    placeToSave: async () => carried.path,
    fileToOpen: async () => carried.path,
    stretch: stretch ?? quickStretch,
    ...(disk === undefined ? {} : { disk }),
  });
  return { files, handlers };
};
export type HandOverDesk = ReturnType<typeof handOverDesk>;

/** The same as the window's bridge offers it. */
export const handOverBridge = ({ handlers }: HandOverDesk): Bridge["handOvers"] => ({
  words: async () => handlers["handOvers.words"](undefined),
  measure: async (input) =>
    handlers["handOvers.measure"](handOversChannels["handOvers.measure"].input.parse(input)),
  create: async (input) =>
    handlers["handOvers.create"](handOversChannels["handOvers.create"].input.parse(input)),
  write: async (input) =>
    handlers["handOvers.write"](handOversChannels["handOvers.write"].input.parse(input)),
  writeFile: async (input) =>
    handlers["handOvers.writeFile"](handOversChannels["handOvers.writeFile"].input.parse(input)),
  finish: async (input) => handlers["handOvers.finish"](input),
  open: async () => handlers["handOvers.open"](undefined),
  check: async (input) => handlers["handOvers.check"](input),
  unlock: async (input) => handlers["handOvers.unlock"](input),
  read: async (input) => handlers["handOvers.read"](input),
  store: async (input) =>
    handlers["handOvers.store"](handOversChannels["handOvers.store"].input.parse(input)),
  keep: async (input) => handlers["handOvers.keep"](handOversChannels["handOvers.keep"].input.parse(input)),
  drop: async (input) => handlers["handOvers.drop"](input),
});

/** The files of this laptop as the window's bridge offers them. */
export const keptBridge = ({ files }: HandOverDesk): Bridge["kept"] => {
  const handlers = keptHandlers(files);
  return {
    put: async (input) => handlers["kept.put"](keptChannels["kept.put"].input.parse(input)),
    read: async (input) => handlers["kept.read"](keptChannels["kept.read"].input.parse(input)),
    remove: async (input) => handlers["kept.remove"](keptChannels["kept.remove"].input.parse(input)),
  };
};
