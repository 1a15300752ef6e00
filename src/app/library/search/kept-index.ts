import type { Asked, FindChoices, FoundList } from "../../../bindings/kit-finder";
import type { KitId } from "../../../domain/ids";
import type { FindEntry } from "../../../domain/kit/find/find-entry";
import type { IndexDisk, IndexFile } from "./index-disk";
import { bytesToIndex, indexToBytes } from "./index-file";
import { createSearchIndex, type SearchIndex } from "./search-index";

/** The index as the window asks for it, wherever it is. */
export interface IndexPort {
  /** The kits that were taken in before, each with the state it was in. */
  readonly known: () => Promise<readonly { readonly id: KitId; readonly state: string }[]>;
  readonly put: (kitId: KitId, state: string, entries: readonly FindEntry[]) => Promise<void>;
  readonly remove: (kitId: KitId) => Promise<void>;
  /** Null where what is kept turned out damaged: then nothing is known any more. */
  readonly find: (asked: Asked) => Promise<FoundList | null>;
  /** Null as for `find`. */
  readonly choices: () => Promise<FindChoices | null>;
  /** Keeps what is known for the next start. */
  readonly keep: () => Promise<void>;
}

interface Read {
  readonly index: SearchIndex;
  readonly generation: number;
  /** Which of the files it was in; -1 where in none. */
  readonly file: number;
}

const readFrom = (file: IndexFile) => {
  const size = file.size();
  return size === 0 ? null : bytesToIndex(file.read(0, size));
};

/** Texts that nothing points to any more may be as many as those that something does, and this much. */
const wasteAllowed = 64 * 1024 * 1024;

const usedTexts = (bytes: Uint32Array): number => bytes.reduce((sum, length) => sum + length, 0);

/** Begins anew. The files go first: what they point to is about to be written over. */
const emptied = ({ texts, files }: IndexDisk): SearchIndex => {
  for (const file of files) {
    file.truncate(0);
    file.flush();
  }
  texts.cutTo(0);
  return createSearchIndex(texts);
};

/** The newer of the files that are whole; an empty index where none is, or where most of the texts are waste. */
const readIndex = (disk: IndexDisk): Read => {
  const found = disk.files
    .map((file, number) => ({ number, read: readFrom(file) }))
    .sort((one, other) => (other.read?.generation ?? -1) - (one.read?.generation ?? -1))[0];
  const none = { index: emptied, generation: 0, file: -1 };
  if (found === undefined || found.read === null) return { ...none, index: emptied(disk) };
  const { held, generation } = found.read;
  const { texts } = held.about;
  const isWasteful = texts > 2 * usedTexts(held.columns.textBytes) + wasteAllowed;
  if (texts > disk.texts.size() || isWasteful) return { ...none, index: emptied(disk), generation };
  disk.texts.cutTo(texts);
  return { index: createSearchIndex(disk.texts, held), generation, file: found.number };
};

const writeTo = (file: IndexFile, parts: readonly Uint8Array[]): void => {
  let at = 0;
  for (const part of parts) {
    file.write(at, part);
    at += part.length;
  }
  file.truncate(at);
  file.flush();
};

/** An index that outlives the program on `disk`. Whatever lies there that cannot be read is made again from the kits. */
export const createKeptIndex = (disk: IndexDisk): IndexPort => {
  let { index, generation, file } = readIndex(disk);
  /** What `ask` answers; null where the index is damaged, which begins anew then. */
  const orAnew = <Answer>(ask: () => Answer): Answer | null => {
    try {
      return ask();
    } catch {
      // Whatever is wrong with it, the kits are whole: the caller reads them once more.
      index = emptied(disk);
      return null;
    }
  };
  return {
    known: async () => index.known(),
    put: async (kitId, state, entries) => index.put(kitId, state, entries),
    remove: async (kitId) => index.remove(kitId),
    choices: async () => orAnew(() => index.choices()),
    find: async (asked) => orAnew(() => index.find(asked)),
    keep: async () => {
      const next = file === 0 ? 1 : 0;
      const target = disk.files[next];
      if (target === undefined) return;
      // The texts first: an index never points to what is not there.
      disk.flushTexts();
      writeTo(target, indexToBytes(index.held(), generation + 1));
      [file, generation] = [next, generation + 1];
    },
  };
};
