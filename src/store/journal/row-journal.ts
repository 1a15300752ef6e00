import type { Result } from "../../domain/result";
import type { CollectionName } from "../collections/documents";

/** The shelf of everything that is not about people; everything else stands on its subject's. */
export const plainShelf = "plain";

export interface JournalPlace {
  /** A subject's id, or "plain". */
  readonly shelf: string;
  readonly collection: CollectionName;
  readonly id: string;
}

export interface JournalRow extends JournalPlace {
  /** How often the row was written since it came to be: the greater is the newer. */
  readonly height: number;
}

/** One durable write of the store; rows about people are the ciphertext that lies in the database. */
export interface JournalEntry extends JournalRow {
  /** Version of the collection's schema. */
  readonly schema: number;
  /** The stored document, or null where it was removed. */
  readonly document: Readonly<Record<string, unknown>> | null;
}

/** Whose rows are asked for: `people` are those of candidates and loops, `plain` all others. */
export type JournalPart = "all" | "people" | "plain";

/** All settings, what of the other plain rows was written last in that order, and how many there are by collection. */
export interface RecentRows {
  readonly counts: Readonly<Partial<Record<string, number>>>;
  readonly rows: readonly JournalRow[];
}

export interface JournalContents {
  readonly rows: readonly JournalRow[];
  /** Places in its files that are damaged. */
  readonly damaged: number;
  /** How many subjects this laptop holds keys for. */
  readonly subjects: number;
}

type Answer<Value> = Promise<Result<Value, { readonly type: string }>>;

/** What the journal holds, or why that could not be read. */
export type ListedContents = Awaited<Answer<JournalContents>>;

/** The second copy beside the database; main keeps it, the app joins the two. */
export interface RowJournal {
  /** Never waited for; what is given is on the disk at most a second later. */
  readonly append: (entries: readonly JournalEntry[]) => void;
  readonly contents: (of: JournalPart) => Promise<ListedContents>;
  /** Tells a loss among the plain rows, which may be a million, without listing them. */
  readonly recent: () => Answer<RecentRows>;
  /** The newest entry of each of these rows that is there and readable. */
  readonly read: (places: readonly JournalPlace[]) => Answer<readonly JournalEntry[]>;
  /** Resolves when everything given before is on the disk. */
  readonly flush: () => Answer<void>;
}
