import { fileTexts, type IndexDisk, type IndexFile } from "../../src/app/library/search/index-disk";

interface MemoryFile extends IndexFile {
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  readonly put: (bytes: Uint8Array<ArrayBuffer>) => void;
}

const memoryFile = (): MemoryFile => {
  let held = new Uint8Array(0);
  return {
    bytes: () => held,
    put: (bytes) => {
      held = bytes;
    },
    size: () => held.length,
    read: (at, length) => held.slice(at, at + length),
    write: (at, bytes) => {
      const grown = new Uint8Array(Math.max(held.length, at + bytes.length));
      grown.set(held);
      grown.set(bytes, at);
      held = grown;
    },
    truncate: (bytes) => {
      held = held.slice(0, bytes);
    },
    flush: () => undefined,
  };
};

/** The files of an index over memory, which outlive the index as a disk does. */
export interface MemoryDisk extends IndexDisk {
  readonly files: readonly [MemoryFile, MemoryFile];
  /** How many of the two index files hold something. */
  readonly kept: () => number;
  readonly damageTexts: () => void;
}

export const aDisk = (): MemoryDisk => {
  const texts = memoryFile();
  const files = [memoryFile(), memoryFile()] as const;
  const held = fileTexts(texts);
  return {
    texts: held,
    files,
    flushTexts: texts.flush,
    kept: () => files.filter((file) => file.size() > 0).length,
    damageTexts: () => texts.put(new Uint8Array(texts.size())),
  };
};
