import type { JournalEntry } from "../../../electron/contract/journal";
import { openJournal } from "../../../electron/main/journal/journal";
import { ok, unwrap } from "../../../src/domain/result";
import type { CollectionName } from "../../../src/store/collections/documents";
import type { JournalRow, RowJournal } from "../../../src/store/journal/row-journal";

/** A test may put another answer in the place of the journal's own. */
type Changeable = { -readonly [Name in keyof RowJournal]: RowJournal[Name] };

/** Main's own journal in a folder, without the process wall; written when it is asked to flush. */
export interface FileJournal extends Changeable {
  /** How often rows were read from the files. */
  readonly reads: () => number;
}

export const fileJournal = (folder: string, subjects = 0): FileJournal => {
  const journal = openJournal({
    folder,
    isDestroyed: () => false,
    onState: () => undefined,
    later: () => undefined,
  });
  let reads = 0;
  return {
    reads: () => reads,
    append: (entries) => journal.append(JSON.parse(JSON.stringify(entries)) as JournalEntry[]),
    contents: async (of) => {
      const { rows, damaged } = unwrap(await journal.contents(of));
      return ok({ rows: rows as readonly JournalRow[], damaged, subjects });
    },
    recent: async () => {
      const { counts, rows } = unwrap(await journal.recent());
      return ok({ counts, rows: rows as readonly JournalRow[] });
    },
    read: async (places) => {
      reads += places.length;
      const read = unwrap(await journal.read(places as Parameters<typeof journal.read>[0]));
      return ok(read.map((entry) => ({ ...entry, collection: entry.collection as CollectionName })));
    },
    flush: async () => ok(unwrap(await journal.flush())),
  };
};
