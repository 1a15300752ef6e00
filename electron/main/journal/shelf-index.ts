import type { JournalEntry, JournalPlace, JournalRow, Shelf } from "../../contract/journal";
import { recordToEntry } from "./entry-record";
import type { FoundRecord } from "./record";

/** A row that is still wanted, and where its newest record is. */
export interface HeldRow extends JournalRow {
  readonly file: number;
  readonly offset: number;
}

/** What the files of a shelf hold, and how much of it is still wanted. */
export interface ShelfIndex {
  readonly rows: () => readonly HeldRow[];
  /** The rows whose removal the files tell of. */
  readonly removed: () => readonly Pick<JournalPlace, "collection" | "id">[];
  readonly find: (place: JournalPlace) => HeldRow | null;
  /** Takes a file's records in their order; a later record of a row makes the earlier superfluous. */
  readonly noteRecords: (file: number, records: readonly FoundRecord[]) => void;
  readonly noteEntry: (entry: JournalEntry, at: RecordPlace) => void;
  readonly wantedBytes: () => number;
}

interface RecordPlace {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
}

type Held = HeldRow & RecordPlace;

const keyOf = ({ collection, id }: Pick<JournalPlace, "collection" | "id">): string => `${collection}/${id}`;

export const newShelfIndex = (shelf: Shelf): ShelfIndex => {
  const held = new Map<string, Held>();
  const removed = new Map<string, Pick<JournalPlace, "collection" | "id">>();
  let wanted = 0;
  const noteEntry: ShelfIndex["noteEntry"] = ({ collection, id, height, document }, at) => {
    const key = keyOf({ collection, id });
    wanted -= held.get(key)?.length ?? 0;
    held.delete(key);
    removed.delete(key);
    if (document === null) removed.set(key, { collection, id });
    if (document === null) return;
    held.set(key, { shelf, collection, id, height, ...at });
    wanted += at.length;
  };
  const forgetEverything = (): void => {
    held.clear();
    removed.clear();
    wanted = 0;
  };
  return {
    rows: () => [...held.values()],
    removed: () => [...removed.values()],
    find: (place) => held.get(keyOf(place)) ?? null,
    noteRecords: (file, records) => {
      for (const record of records) {
        if (record.kind === "whole") forgetEverything();
        const entry = recordToEntry(record, shelf);
        if (entry !== null) noteEntry(entry, { file, offset: record.offset, length: record.length });
      }
    },
    noteEntry,
    wantedBytes: () => wanted,
  };
};
