import type { Bridge } from "../../../electron/contract/bridge";
import type { JournalEntry as SentEntry } from "../../../electron/contract/journal";
import { ok } from "../../domain/result";
import { expectedOnly } from "../../shell/bridge-shell";
import type { CollectionName } from "../../store/collections/documents";
import { collectionNames } from "../../store/collections/documents";
import type { JournalEntry, JournalPlace, JournalRow, RowJournal } from "../../store/journal/row-journal";

/** Main takes so many entries in one message. */
const portion = 500;

const isCollection = (name: string): name is CollectionName =>
  collectionNames.some((known) => known === name);

/** A newer program may have journaled collections this one does not know: they stay where they are. */
const known = <Row extends { readonly collection: string }>(rows: readonly Row[]) =>
  rows.filter((row): row is Row & { readonly collection: CollectionName } => isCollection(row.collection));

/** Places carry their ids as they came from main or from a stored row, so they fit its schema. */
const places = (rows: readonly JournalPlace[]) =>
  rows.map(({ shelf, collection, id }) => ({ shelf, collection, id })) as Pick<
    SentEntry,
    "shelf" | "collection" | "id"
  >[];

/** The safety journal in main as the store uses it. */
export const bridgeJournal = (journal: Bridge["journal"]): RowJournal => {
  const send = async (entries: readonly JournalEntry[]): Promise<void> => {
    expectedOnly(await journal.append({ entries: [...entries] as SentEntry[] }));
  };
  return {
    append: (entries) => {
      for (let start = 0; start < entries.length; start += portion)
        void send(entries.slice(start, start + portion));
    },
    contents: async (of) => {
      const contents = expectedOnly(await journal.contents({ of }));
      return contents.ok
        ? ok({ ...contents.value, rows: known(contents.value.rows) as JournalRow[] })
        : contents;
    },
    recent: async () => {
      const recent = expectedOnly(await journal.recent());
      return recent.ok ? ok({ ...recent.value, rows: known(recent.value.rows) as JournalRow[] }) : recent;
    },
    read: async (rows) => {
      const read = expectedOnly(await journal.read({ rows: places(rows) }));
      return read.ok ? ok(known(read.value)) : read;
    },
    flush: async () => {
      const flushed = expectedOnly(await journal.flush());
      return flushed.ok ? ok(undefined) : flushed;
    },
  };
};
