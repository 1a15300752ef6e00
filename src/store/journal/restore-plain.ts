import { getChangedDocumentsSince } from "rxdb";
import { ok, type Result } from "../../domain/result";
import type { CollectionName } from "../collections/documents";
import { encryptedCollections } from "../collections/documents";
import type { Connection } from "../database/connection";
import type { StoreFailure } from "../failure";
import { documentToEntry, isJournaled, type StoredDocument } from "./journal-feed";
import { heightsOf, type RestoreParts } from "./restore";
import type { JournalRow, RecentRows } from "./row-journal";

/** Whether the rows of a collection are about people; the others are the settings and the role kits. */
export const isAboutPeople = (collection: CollectionName): boolean =>
  encryptedCollections.some((name) => name === collection);

/** How many rows of a collection the journal is to know of. */
const countOf = async (
  connection: Connection,
  collection: CollectionName,
): Promise<Result<number, StoreFailure>> => {
  if (collection !== "settings") return connection.run(collection, (rows) => rows.count().exec());
  const found = await connection.run("settings", (rows) => rows.find().exec());
  if (!found.ok) return found;
  const entries = found.value.map((row) => documentToEntry("settings", row.toJSON(true) as StoredDocument));
  return ok(entries.filter(isJournaled).length);
};

/** So many rows that were written after the journal's last one are looked at. */
const portion = 200;

/** Whether the database holds rows that were written after the last one of which the journal was told. */
const hasUntold = async (
  connection: Connection,
  collection: CollectionName,
  told: readonly JournalRow[],
): Promise<Result<boolean, StoreFailure>> => {
  const last = told.at(-1);
  if (last === undefined) return ok(false);
  const written = await connection.run(collection, async ({ storageInstance }) => {
    const [stored] = await storageInstance.findDocumentsById([last.id], false);
    if (stored === undefined) return [];
    // What was written in the same batch has the same time; no id comes after this one.
    const after = { lwt: stored._meta.lwt, id: "\uffff" };
    return (await getChangedDocumentsSince(storageInstance, portion, after)).documents;
  });
  if (!written.ok) return written;
  const known = new Set(told.map(({ id }) => id));
  const entries = written.value.map((document) => documentToEntry(collection, document as StoredDocument));
  return ok(entries.some((entry) => entry.document !== null && isJournaled(entry) && !known.has(entry.id)));
};

/**
 * Whether the database holds as many rows as the journal, the newest of them in no other state, and none that is newer. What a
 * database or a journal loses without being lost whole is what was written last, or rows.
 */
const looksWhole = async (
  connection: Connection,
  collection: CollectionName,
  recent: RecentRows,
  isCounted: boolean,
): Promise<Result<boolean, StoreFailure>> => {
  const known = recent.counts[collection] ?? 0;
  const count = isCounted ? await countOf(connection, collection) : ok(known);
  if (!count.ok) return count;
  if (count.value !== known) return ok(false);
  const rows = recent.rows.filter((row) => row.collection === collection);
  const heights = await heightsOf(connection, collection, rows);
  if (!heights.ok) return heights;
  if (!rows.every(({ id, height }) => heights.value.get(id) === height)) return ok(false);
  const untold = await hasUntold(connection, collection, rows);
  return untold.ok ? ok(!untold.value) : untold;
};

/**
 * Whether settings and role kits, of which there may be a million rows, are the same on both sides as far as that shows without
 * listing them: all settings, and of the kits their number and the newest. Counting the parts of every kit takes long where there are
 * many, so `countsParts` may be false.
 */
export const arePlainWhole = async (
  { connection, collections }: RestoreParts,
  recent: RecentRows,
  countsParts: boolean,
): Promise<Result<boolean, StoreFailure>> => {
  for (const collection of collections) {
    if (isAboutPeople(collection)) continue;
    const isCounted = countsParts || collection !== "kitParts";
    const isWhole = await looksWhole(connection, collection, recent, isCounted);
    if (!isWhole.ok || !isWhole.value) return isWhole;
  }
  return ok(true);
};
