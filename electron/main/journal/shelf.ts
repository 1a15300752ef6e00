import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type JournalEntry,
  type JournalPlace,
  type JournalRow,
  plainShelf,
  type RecentRows,
  type Shelf,
} from "../../contract/journal";
import { syncFolder } from "../sync-folder";
import { entryToRecord, recordToEntry } from "./entry-record";
import { encodeJournalRecord, recordAt, scanRecords } from "./record";
import {
  appendDurably,
  fileNameOf,
  fileNumbers,
  fileSizes,
  folderOf,
  readWhole,
  removeFiles,
  sweepDrafts,
  writeWhole,
} from "./shelf-folder";
import { type HeldRow, newShelfIndex, type ShelfIndex } from "./shelf-index";
import { dropSummary, keepSummary, readSummary, summaryOf } from "./shelf-summary";

/** When files roll and when they are thinned, in bytes. */
export interface ShelfLimits {
  readonly rollBytes: number;
  /** Below this much a shelf is never thinned. */
  readonly thinFromBytes: number;
}

export const defaultShelfLimits: ShelfLimits = { rollBytes: 4 * 1024 * 1024, thinFromBytes: 1024 * 1024 };

/** A shelf is thinned when it holds this many times what is still wanted of it. */
const thinAtTimes = 3;

/** What a shelf holds, and the stretches of its files that are damaged. */
export interface ShelfContents {
  readonly rows: readonly JournalRow[];
  readonly damaged: number;
}

/** The journal of one subject. Calls must not overlap; what the file system refuses is thrown. */
export interface ShelfFiles {
  readonly contents: () => Promise<ShelfContents>;
  /** How many rows there are, and the newest; of the plain shelf without reading it, where a summary was kept. */
  readonly recent: () => RecentRows;
  /** Appends entries, of which the last of a row counts, and waits for the disk. */
  readonly append: (entries: readonly JournalEntry[]) => Promise<void>;
  /** Writes everything that is still wanted into one file and removes the others, where that is worth it. */
  readonly thin: () => Promise<void>;
  /** The newest entries of these rows; what is not here or cannot be read any more is left out. */
  readonly read: (places: readonly JournalPlace[]) => Promise<readonly JournalEntry[]>;
}

/** Every record of a shelf, as it was read. */
interface Everything {
  readonly index: ShelfIndex;
  readonly damaged: number;
}

const readAll = async (folder: string, shelf: Shelf): Promise<Everything> => {
  const index = newShelfIndex(shelf);
  let damaged = 0;
  for (const number of await fileNumbers(folder)) {
    const scan = scanRecords(await readWhole(folder, number));
    index.noteRecords(number, scan.records);
    damaged += scan.damaged;
  }
  return { index, damaged };
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
  /** Of people's shelves every row is read at a start anyway, and nothing about them lies beside their files. */
  const isSummed = shelf === plainShelf;
  await sweepDrafts(folder);
  const sizes = await fileSizes(folder);
  const kept = isSummed ? await readSummary(folder, shelf, sizes) : null;
  let read: Everything | null = null;
  let summary = kept ?? summaryOf(shelf, newShelfIndex(shelf));
  let newest = Math.max(0, ...sizes.keys());
  /** How much this start has put into the newest file; null: the next write begins one. */
  let filled: number | null = null;

  const wantedBytes = (): number => read?.index.wantedBytes() ?? summary.wantedBytes();
  const keep = async (): Promise<void> => {
    if (isSummed && (read === null || read.damaged === 0))
      await keepSummary(folder, summary, wantedBytes(), sizes);
  };
  /** Reads every row, once. */
  const everything = async (): Promise<Everything> => {
    if (read !== null) return read;
    read = await readAll(folder, shelf);
    summary = summaryOf(shelf, read.index);
    if (isSummed && read.damaged > 0) await dropSummary(folder);
    if (sizes.size > 0) await keep();
    return read;
  };
  if (kept === null) await everything();

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
    sizes.set(newest, filled);
    return offset ?? 0;
  };

  const append = async (entries: readonly JournalEntry[]): Promise<void> => {
    const records = entries.map(entryToRecord);
    let offset = await write(Buffer.concat(records));
    for (const [at, entry] of entries.entries()) {
      const length = records[at]?.length ?? 0;
      summary.note(entry, length);
      read?.index.noteEntry(entry, { file: newest, offset, length });
      offset += length;
    }
    await keep();
  };

  const isWasteful = (): boolean => {
    const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    return total > Math.max(limits.thinFromBytes, thinAtTimes * wantedBytes());
  };

  const thin = async (): Promise<void> => {
    if (!isWasteful()) return;
    const { index } = await everything();
    // A summary knows only about what is wanted.
    if (!isWasteful()) return;
    const before = await fileNumbers(folder);
    const wanted = await readHeld(folder, index.rows());
    const whole = encodeJournalRecord("whole", new Uint8Array(0));
    const bytes = Buffer.concat([whole, ...wanted.map(entryToRecord)]);
    filled = null;
    newest += 1;
    await writeWhole(folder, fileNameOf(newest), bytes);
    index.noteRecords(newest, scanRecords(bytes).records);
    await removeFiles(folder, before);
    sizes.clear();
    sizes.set(newest, bytes.length);
    await keep();
  };

  return {
    contents: async () => {
      const { index, damaged } = await everything();
      const rows = index.rows().map(({ collection, id, height }) => ({ shelf, collection, id, height }));
      return { rows, damaged };
    },
    recent: () => summary.recent(),
    append,
    thin,
    read: async (places) => {
      const { index } = await everything();
      return readHeld(
        folder,
        places.flatMap((place) => index.find(place) ?? []),
      );
    },
  };
};
