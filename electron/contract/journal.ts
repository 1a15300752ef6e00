import { z } from "zod";
import { type SubjectId, subjectIdSchema } from "../../src/domain/ids";
import type { Result } from "../../src/domain/result";
import { channel } from "./channels";

/** The shelf of everything that is not about people: role kits and settings. Everything else stands on its subject's. */
export const plainShelf = "plain";
export type Shelf = SubjectId | typeof plainShelf;

/** Where one row is in the journal. */
const rowPlaceSchema = z.strictObject({
  /** A subject, or "plain". */
  shelf: z.union([z.literal(plainShelf), subjectIdSchema]),
  collection: z.string().regex(/^[a-z][A-Za-z]{0,31}$/),
  id: z.string().min(1).max(230),
});
export type JournalPlace = Readonly<z.infer<typeof rowPlaceSchema>>;

/** One durable write of the store, as it lies there. */
export const journalEntrySchema = rowPlaceSchema.extend({
  /** How often this row was written since it came to be; the store counts it. */
  height: z.int().positive(),
  /** Version of the collection's schema. */
  schema: z.int().nonnegative(),
  /** The row, already encrypted where it is about a person; null: it was removed. */
  document: z.record(z.string(), z.json()).nullable(),
});
export type JournalEntry = Readonly<z.infer<typeof journalEntrySchema>>;

/** A row the journal holds, without its bytes. */
export interface JournalRow extends JournalPlace {
  readonly height: number;
}

export interface JournalContents {
  readonly rows: readonly JournalRow[];
  /** Stretches of the files that are no records although something follows them: damaged on the disk. */
  readonly damaged: number;
  /** How many subjects this laptop holds a key for; with no rows at all it tells a loss from a first start. */
  readonly subjects: number;
}

/** Whose rows are asked for: `people` are those of candidates and loops, `plain` all others. */
export const journalParts = ["all", "people", "plain"] as const;
export type JournalPart = (typeof journalParts)[number];

/** What of the plain rows was written last, and how many there are: by that a loss shows without listing all. */
export interface RecentRows {
  /** Rows by collection. */
  readonly counts: Readonly<Record<string, number>>;
  /** All settings and the newest of each other collection, at most `recentRows`, in the order they were written. */
  readonly rows: readonly JournalRow[];
}
export const recentRows = 300;

/** `code`: the system's name for why the disk refuses ("ENOSPC"). */
export type JournalFailure = { readonly type: "journalFailed"; readonly code: string };

/** `failed`: what came since is kept in memory and tried again. */
export type JournalState =
  | { readonly state: "written" }
  | { readonly state: "failed"; readonly failure: JournalFailure };

/** A founding writes a kit's parts at once; a rebuild asks in portions. */
export const maxJournalRows = 2000;

export const journalChannels = {
  /** Takes rows that are durable in the store. Answers at once: they are on the disk at most a second later. */
  "journal.append": channel<Result<undefined, never>>().with(
    z.strictObject({ entries: z.array(journalEntrySchema).max(maxJournalRows) }),
  ),
  /** What the journal holds now, removed rows left out. */
  "journal.contents": channel<Result<JournalContents, JournalFailure>>().with(
    z.strictObject({ of: z.enum(journalParts) }),
  ),
  /** How many plain rows the journal holds, and the newest of them. */
  "journal.recent": channel<Result<RecentRows, JournalFailure>>().with(z.undefined()),
  /** The newest record of each of these rows that is there and readable. */
  "journal.read": channel<Result<readonly JournalEntry[], JournalFailure>>().with(
    z.strictObject({ rows: z.array(rowPlaceSchema).max(maxJournalRows) }),
  ),
  /** Resolves when everything given before is on the disk. */
  "journal.flush": channel<Result<undefined, JournalFailure>>().with(z.undefined()),
  /** Copies a database that does not open aside and clears it; the window has to be loaded anew afterwards. */
  "journal.setDatabaseAside": channel<Result<undefined, JournalFailure>>().with(z.undefined()),
};

export interface JournalNotices {
  readonly "journal.state": JournalState;
}
