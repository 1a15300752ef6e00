import { ok, type Result } from "../../domain/result";
import type { CollectionName } from "../collections/documents";
import { encryptedCollections } from "../collections/documents";
import type { Connection } from "../database/connection";
import type { StoreFailure } from "../failure";
import { documentToEntry, isJournaled, type StoredDocument } from "./journal-feed";
import { heightsOf, type RestoreParts, restoreFromJournal } from "./restore";
import type { RestoreReport } from "./restore-report";
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

/**
 * Whether the database holds as many rows as the journal, and the newest of them in no older state. What a database loses without
 * being lost whole is what was written last, or rows.
 */
const looksWhole = async (
  connection: Connection,
  collection: CollectionName,
  recent: RecentRows,
): Promise<Result<boolean, StoreFailure>> => {
  const count = await countOf(connection, collection);
  if (!count.ok) return count;
  if (count.value !== (recent.counts[collection] ?? 0)) return ok(false);
  const rows = recent.rows.filter((row) => row.collection === collection);
  const heights = await heightsOf(connection, collection, rows);
  if (!heights.ok) return heights;
  return ok(rows.every(({ id, height }: JournalRow) => heights.value.get(id) === height));
};

/**
 * Compares settings and role kits with the journal while the program is used already: a library may have a million rows, and
 * nobody is to wait for them. Only where something differs are they read; then what the journal has more of comes back. Answers
 * null where nothing was missing.
 */
export const restorePlain = async (
  parts: RestoreParts,
): Promise<Result<RestoreReport | null, StoreFailure>> => {
  const recent = await parts.journal.recent();
  // A journal that cannot be read was said to be so at the start.
  if (!recent.ok) return ok(null);
  const differing: CollectionName[] = [];
  for (const collection of parts.collections) {
    if (isAboutPeople(collection)) continue;
    const isWhole = await looksWhole(parts.connection, collection, recent.value);
    if (!isWhole.ok) return isWhole;
    if (!isWhole.value) differing.push(collection);
  }
  if (differing.length === 0) return ok(null);
  const contents = await parts.journal.contents("plain");
  return restoreFromJournal({ ...parts, collections: differing, inUse: true }, contents, true);
};
