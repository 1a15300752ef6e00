import type { Timestamp } from "../../domain/ids";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import type { CollectionName } from "../collections/documents";
import type { Connection } from "../database/connection";
import type { StoreFailure } from "../failure";
import type { KeyRing } from "../rows/key-ring";
import { documentToEntry, isJournaled, type StoredDocument } from "./journal-feed";
import { liftDocument, worthOf } from "./journaled-row";
import type { RestoreReport } from "./restore-report";
import type { JournalContents, JournalEntry, JournalRow, ListedContents, RowJournal } from "./row-journal";

export interface RestoreParts {
  readonly connection: Connection;
  readonly keyRing: KeyRing;
  readonly journal: RowJournal;
  readonly now: () => Timestamp;
  readonly collections: readonly CollectionName[];
}

/** So many rows travel and are written at once. */
const portion = 200;

/** Their rows are written once and never again, so that their number tells whether one is missing. */
const writtenOnce: ReadonlySet<CollectionName> = new Set([
  "loopUpdates",
  "envelopes",
  "records",
  "kitVersions",
]);

interface Compared {
  /** In the journal, and in the database not at all or older. */
  readonly missing: readonly JournalRow[];
  /** In the database, and in the journal not at all or older. */
  readonly ahead: readonly JournalEntry[];
}

const compareRows = (
  collection: CollectionName,
  held: readonly JournalRow[],
  stored: readonly StoredDocument[],
): Compared => {
  const entries = stored.map((document) => documentToEntry(collection, document)).filter(isJournaled);
  const stand = new Map(entries.map((entry) => [entry.id, entry.height]));
  const journaled = new Map(held.map((row) => [row.id, row.height]));
  return {
    missing: held.filter(({ id, height }) => (stand.get(id) ?? 0) < height),
    ahead: entries.filter(({ id, height }) => (journaled.get(id) ?? 0) < height),
  };
};

/** The rows of one collection on both sides; where they cannot differ they are not even read. */
const compareCollection = async (
  { connection }: RestoreParts,
  collection: CollectionName,
  held: readonly JournalRow[],
): Promise<Result<Compared & { readonly stored: number }, StoreFailure>> => {
  const counted = await connection.run(collection, (rows) => rows.count().exec());
  if (!counted.ok) return counted;
  const stored = counted.value;
  const isSame = stored === held.length && (writtenOnce.has(collection) || stored === 0);
  if (isSame) return ok({ missing: [], ahead: [], stored });
  const found = await connection.run(collection, (rows) => rows.find().exec());
  if (!found.ok) return found;
  const documents = found.value.map((document) => document.toJSON(true) as StoredDocument);
  return ok({ ...compareRows(collection, held, documents), stored });
};

type Tally = { restored: number; keyless: number; damaged: number };

/** How often the stored ones of these rows were written. */
export const heightsOf = async (
  connection: Connection,
  collection: CollectionName,
  rows: readonly { readonly id: string }[],
): Promise<Result<ReadonlyMap<string, number>, StoreFailure>> => {
  const ids = rows.map(({ id }) => id);
  const found = await connection.run(collection, (stored) => stored.findByIds(ids).exec());
  if (!found.ok) return found;
  const stored = [...found.value].map(([id, document]) => {
    const { height } = documentToEntry(collection, document.toJSON(true) as StoredDocument);
    return [id, height] as const;
  });
  return ok(new Map(stored));
};

const writeBack = async (
  { connection, keyRing }: RestoreParts,
  collection: CollectionName,
  entries: readonly JournalEntry[],
  tally: Tally,
): Promise<Result<void, StoreFailure>> => {
  const documents: Record<string, unknown>[] = [];
  for (const entry of entries) {
    const worth = await worthOf(entry, keyRing);
    if (worth === "damaged") tally.damaged += 1;
    if (worth === "keyless") tally.keyless += 1;
    if (worth === "sound" || worth === "keyless") documents.push(await liftDocument(entry));
  }
  const written = await connection.run(collection, (rows) => rows.bulkUpsert(documents as never[]));
  if (!written.ok) return written;
  tally.restored += documents.length;
  return ok(undefined);
};

/** Brings rows back from the journal; what is not sound there stays out and is counted. */
export const bringBack = async (
  parts: RestoreParts,
  collection: CollectionName,
  missing: readonly JournalRow[],
): Promise<Result<Tally, StoreFailure>> => {
  const tally: Tally = { restored: 0, keyless: 0, damaged: 0 };
  for (let start = 0; start < missing.length; start += portion) {
    const some = missing.slice(start, start + portion);
    const read = await parts.journal.read(some);
    // What the journal listed and no longer gives was damaged since.
    const entries = read.ok ? read.value.filter(({ document }) => document !== null) : [];
    tally.damaged += some.length - entries.length;
    const written = await writeBack(parts, collection, entries, tally);
    if (!written.ok) return written;
  }
  return ok(tally);
};

/** Tells the journal what it lacks; a row that is damaged in the database is rather brought back from it. */
const tellAhead = async (
  { journal, keyRing }: RestoreParts,
  entries: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> => {
  const damaged: JournalEntry[] = [];
  for (let start = 0; start < entries.length; start += portion) {
    const sound: JournalEntry[] = [];
    for (const entry of entries.slice(start, start + portion))
      ((await worthOf(entry, keyRing)) === "damaged" ? damaged : sound).push(entry);
    journal.append(sound);
  }
  return damaged;
};

const inJournal = ({ rows }: JournalContents, entries: readonly JournalEntry[]): readonly JournalRow[] =>
  rows.filter((row) => entries.some(({ collection, id }) => row.collection === collection && row.id === id));

const compareAll = async (parts: RestoreParts, contents: JournalContents) => {
  const compared = new Map<CollectionName, Compared>();
  let stored = 0;
  // All at the same time: nobody sees a screen before this is done.
  const comparing = parts.collections.map(async (collection) => {
    const held = contents.rows.filter((row) => row.collection === collection);
    return { collection, one: await compareCollection(parts, collection, held) };
  });
  for (const { collection, one } of await Promise.all(comparing)) {
    if (!one.ok) return one;
    compared.set(collection, one.value);
    // The settings always hold the number of the data format.
    if (collection !== "settings") stored += one.value.stored;
  }
  return ok({ compared, isEmpty: stored === 0 });
};

/**
 * Compares the database with what the journal listed when the store opens. What the journal has and the database lost, whole or in
 * part, is written back; what the journal has not been told yet is told. Answers null where nothing was missing. The
 * database wins over the journal except where it lacks a row or holds an older state of it. `hasOthers`: there is something in
 * collections that are not compared here, so that the database was not lost.
 */
export const restoreFromJournal = async (
  parts: RestoreParts,
  contents: ListedContents,
  hasOthers = false,
): Promise<Result<RestoreReport | null, StoreFailure>> => {
  const { journal, now } = parts;
  const known: JournalContents = contents.ok ? contents.value : { rows: [], damaged: 0, subjects: 0 };
  const all = await compareAll(parts, known);
  if (!all.ok) return all;
  const { compared, isEmpty } = all.value;
  const hadSomething = known.rows.some(({ collection }) => collection !== "settings") || known.subjects > 0;
  const report: RestoreReport = {
    at: now(),
    wasLost: isEmpty && !hasOthers && (hadSomething || !contents.ok),
    restored: {},
    keyless: 0,
    damaged: known.damaged,
    journalFailed: !contents.ok,
    fromColleagues: 0,
  };
  for (const [collection, { missing, ahead }] of compared) {
    const damaged = await tellAhead(parts, ahead);
    const back = await bringBack(parts, collection, [...missing, ...inJournal(known, damaged)]);
    if (!back.ok) return back;
    if (back.value.restored > 0) report.restored[collection] = back.value.restored;
    report.keyless += back.value.keyless;
    report.damaged += back.value.damaged;
  }
  const isWhole = !report.wasLost && Object.keys(report.restored).length === 0 && report.keyless === 0;
  if (isWhole) return ok(null);
  // Rows begin to be counted anew in a new database: the journal has to know before anybody writes.
  await journal.flush();
  return ok(report);
};
