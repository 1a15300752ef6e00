import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type JournalEntry, type RecentRows, recentRows, type Shelf } from "../../contract/journal";
import type { ShelfIndex } from "./shelf-index";

/*
 * What a start asks of a shelf, kept beside its files so that no row has to be read for it: a library's journal is as long as its
 * kits. It can be made again from the files, so it is written without waiting for the disk, and counts only where every
 * file is as long as it says.
 */
const fileName = "summary.json";

const placeSchema = z.strictObject({ collection: z.string(), id: z.string().min(1) });
type Place = z.infer<typeof placeSchema>;

const summarySchema = z.strictObject({
  formatVersion: z.literal(1),
  /** Every file's number and length in bytes. */
  files: z.array(z.tuple([z.int().positive(), z.int().nonnegative()])),
  /** How much of that is still wanted, about. */
  wantedBytes: z.int().nonnegative(),
  /** Rows by collection. */
  counts: z.record(z.string(), z.int().nonnegative()),
  /** All settings and the newest of each other collection, in the order they were written. */
  rows: z.array(placeSchema.extend({ height: z.int().positive() })),
  /** Rows that were removed: one that comes again goes on counting how often it was written. */
  removed: z.array(placeSchema),
});
type KeptSummary = z.infer<typeof summarySchema>;

/** File numbers with their lengths in bytes, oldest first. */
export type FileSizes = ReadonlyMap<number, number>;

/** What a shelf holds, in few words; changes with every entry. */
export interface ShelfSummary {
  /** Takes an entry of so many bytes. */
  readonly note: (entry: JournalEntry, length: number) => void;
  readonly recent: () => RecentRows;
  readonly removed: () => readonly Place[];
  readonly wantedBytes: () => number;
}

const keyOf = ({ collection, id }: Place): string => `${collection}/${id}`;

/** Settings are few, and none may be lost unseen. */
const mostOf = (collection: string): number =>
  collection === "settings" ? Number.POSITIVE_INFINITY : recentRows;

/** Moves a row to the end of its collection's newest. */
const putLast = (
  newest: Map<string, Map<string, number>>,
  { collection, id, height }: KeptSummary["rows"][number],
): void => {
  const held = newest.get(collection) ?? new Map<string, number>();
  newest.set(collection, held);
  held.delete(id);
  held.set(id, height);
  const [oldest] = held.keys();
  if (held.size > mostOf(collection) && oldest !== undefined) held.delete(oldest);
};

type Held = Pick<KeptSummary, "wantedBytes" | "counts" | "rows" | "removed">;

const newSummary = (shelf: Shelf, held: Held): ShelfSummary => {
  const newest = new Map<string, Map<string, number>>();
  const counts = new Map(Object.entries(held.counts));
  const removed = new Map(held.removed.map((place) => [keyOf(place), place]));
  let wanted = held.wantedBytes;
  for (const row of held.rows) putLast(newest, row);
  const count = (collection: string, by: number): void =>
    void counts.set(collection, Math.max(0, (counts.get(collection) ?? 0) + by));
  /** A row that was written before and not removed since. */
  const isThere = (entry: JournalEntry): boolean => entry.height > 1 && !removed.has(keyOf(entry));

  const remove = (entry: JournalEntry): void => {
    const { collection, id } = entry;
    if (isThere(entry)) count(collection, -1);
    newest.get(collection)?.delete(id);
    removed.set(keyOf(entry), { collection, id });
  };
  const put = (entry: JournalEntry, length: number): void => {
    if (!isThere(entry)) {
      count(entry.collection, 1);
      wanted += length;
    }
    removed.delete(keyOf(entry));
    putLast(newest, entry);
  };
  return {
    note: (entry, length) => (entry.document === null ? remove(entry) : put(entry, length)),
    recent: () => ({
      counts: Object.fromEntries(counts),
      rows: [...newest].flatMap(([collection, rows]) =>
        [...rows].map(([id, height]) => ({ shelf, collection, id, height })),
      ),
    }),
    removed: () => [...removed.values()],
    wantedBytes: () => wanted,
  };
};

/** The summary of a shelf that was read, its rows in the order in which they were written last. */
export const summaryOf = (
  shelf: Shelf,
  index: Pick<ShelfIndex, "rows" | "removed" | "wantedBytes">,
): ShelfSummary => {
  const counts: Record<string, number> = {};
  const rows = index.rows();
  for (const { collection } of rows) counts[collection] = (counts[collection] ?? 0) + 1;
  return newSummary(shelf, {
    wantedBytes: index.wantedBytes(),
    counts,
    rows: [...rows],
    removed: [...index.removed()],
  });
};

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // A summary that was cut off is made again from the files.
    return null;
  }
};

const isOf = ({ files }: KeptSummary, sizes: FileSizes): boolean =>
  files.length === sizes.size && files.every(([number, bytes]) => sizes.get(number) === bytes);

/** The summary that was kept of exactly these files; null where there is none. */
export const readSummary = async (
  folder: string,
  shelf: Shelf,
  sizes: FileSizes,
): Promise<ShelfSummary | null> => {
  // Whatever keeps it from being read, the files say the same.
  const text = await readFile(join(folder, fileName), "utf8").catch(() => "");
  const kept = summarySchema.safeParse(parsed(text));
  return kept.success && isOf(kept.data, sizes) ? newSummary(shelf, kept.data) : null;
};

export const keepSummary = async (
  folder: string,
  summary: ShelfSummary,
  wantedBytes: number,
  sizes: FileSizes,
): Promise<void> => {
  const { counts, rows } = summary.recent();
  const kept: KeptSummary = {
    formatVersion: 1,
    files: [...sizes],
    wantedBytes,
    counts: { ...counts },
    rows: rows.map(({ collection, id, height }) => ({ collection, id, height })),
    removed: [...summary.removed()],
  };
  const draft = join(folder, `${fileName}.tmp`);
  try {
    await writeFile(draft, JSON.stringify(kept), { mode: 0o600 });
    await rename(draft, join(folder, fileName));
  } catch {
    // The rows are on the disk all the same, and the next start reads them.
  }
};

/** Has the next start read every row. */
export const dropSummary = (folder: string): Promise<void> => rm(join(folder, fileName), { force: true });
