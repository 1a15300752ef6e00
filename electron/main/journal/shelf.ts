import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { JournalEntry, JournalPlace, JournalRow, Shelf } from "../../contract/journal";
import { syncFolder } from "../sync-folder";
import { entryToRecord, recordToEntry } from "./entry-record";
import { encodeJournalRecord, recordAt, scanRecords } from "./record";
import {
  appendDurably,
  fileNameOf,
  fileNumbers,
  folderOf,
  readWhole,
  removeFiles,
  sweepDrafts,
  writeWhole,
} from "./shelf-folder";
import { type HeldRow, newShelfIndex, type ShelfIndex } from "./shelf-index";

/** When files roll and when they are thinned, in bytes. */
export interface ShelfLimits {
  readonly rollBytes: number;
  /** Below this much a shelf is never thinned. */
  readonly thinFromBytes: number;
}

export const defaultShelfLimits: ShelfLimits = { rollBytes: 4 * 1024 * 1024, thinFromBytes: 1024 * 1024 };

/** A shelf is thinned when it holds this many times what is still wanted of it. */
const thinAtTimes = 3;

/** The journal of one subject. Calls must not overlap; what the file system refuses is thrown. */
export interface ShelfFiles {
  readonly rows: () => readonly JournalRow[];
  /** Stretches that were damaged on the disk when the shelf was opened. */
  readonly damaged: number;
  /** Appends entries, of which the last of a row counts, and waits for the disk. */
  readonly append: (entries: readonly JournalEntry[]) => Promise<void>;
  /** Writes everything that is still wanted into one file and removes the others, where that is worth it. */
  readonly thin: () => Promise<void>;
  /** The newest entries of these rows; what is not here or cannot be read any more is left out. */
  readonly read: (places: readonly JournalPlace[]) => Promise<readonly JournalEntry[]>;
}

interface Opened {
  readonly damaged: number;
  /** The newest file's number; 0 where there is none. */
  readonly newest: number;
}

const readAll = async (folder: string, index: ShelfIndex): Promise<Opened> => {
  let damaged = 0;
  let newest = 0;
  for (const number of await fileNumbers(folder)) {
    const bytes = await readWhole(folder, number);
    const scan = scanRecords(bytes);
    index.noteRecords(number, scan.records);
    index.grow(bytes.length);
    damaged += scan.damaged;
    newest = number;
  }
  return { damaged, newest };
};

const readHeld = async (folder: string, held: readonly HeldRow[]): Promise<readonly JournalEntry[]> => {
  const entries: JournalEntry[] = [];
  const files = new Map<number, Uint8Array>();
  for (const { shelf, file, offset } of held) {
    const bytes = files.get(file) ?? (await readWhole(folder, file));
    files.set(file, bytes);
    const record = recordAt(bytes, offset);
    const entry = record === null ? null : recordToEntry(record, shelf);
    if (entry !== null) entries.push(entry);
  }
  return entries;
};

/** Opens a shelf. A torn end of a file stays as it is: every start begins a file of its own. */
export const openShelf = async (
  root: string,
  shelf: Shelf,
  limits: ShelfLimits = defaultShelfLimits,
): Promise<ShelfFiles> => {
  const folder = join(root, folderOf(shelf));
  const index = newShelfIndex(shelf);
  await sweepDrafts(folder);
  const opened = await readAll(folder, index);
  let { newest } = opened;
  /** How much this start has put into the newest file; null: the next write begins one. */
  let filled: number | null = null;

  /** Appends to the newest file and says where; a file a refused write ended is left behind. */
  const write = async (bytes: Uint8Array): Promise<number> => {
    const offset = filled === null || filled >= limits.rollBytes ? null : filled;
    filled = null;
    if (offset === null) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      newest += 1;
    }
    await appendDurably(join(folder, fileNameOf(newest)), bytes);
    if (offset === null) await syncFolder(folder);
    filled = (offset ?? 0) + bytes.length;
    index.grow(bytes.length);
    return offset ?? 0;
  };

  const append = async (entries: readonly JournalEntry[]): Promise<void> => {
    const records = entries.map(entryToRecord);
    let offset = await write(Buffer.concat(records));
    for (const [at, entry] of entries.entries()) {
      const length = records[at]?.length ?? 0;
      index.noteEntry(entry, { file: newest, offset, length });
      offset += length;
    }
  };

  const isWasteful = (): boolean =>
    index.totalBytes() > Math.max(limits.thinFromBytes, thinAtTimes * index.wantedBytes());

  const thin = async (): Promise<void> => {
    if (!isWasteful()) return;
    const before = await fileNumbers(folder);
    const wanted = await readHeld(folder, index.rows());
    const whole = encodeJournalRecord("whole", new Uint8Array(0));
    const bytes = Buffer.concat([whole, ...wanted.map(entryToRecord)]);
    filled = null;
    newest += 1;
    await writeWhole(folder, fileNameOf(newest), bytes);
    index.noteRecords(newest, scanRecords(bytes).records);
    index.grow(bytes.length);
    await removeFiles(folder, before);
  };

  return {
    rows: () => index.rows().map(({ collection, id, height }) => ({ shelf, collection, id, height })),
    damaged: opened.damaged,
    append,
    thin,
    read: (places) =>
      readHeld(
        folder,
        places.flatMap((place) => index.find(place) ?? []),
      ),
  };
};
