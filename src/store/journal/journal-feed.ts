import type { RxDocumentData } from "rxdb";
import { getHeightOfRevision } from "rxdb";
import type { CollectionName } from "../collections/documents";
import { collectionNames } from "../collections/documents";
import { collectionDefinitions } from "../collections/schemas";
import { dataFormatKey } from "../database/data-format";
import type { Database } from "../database/open-database";
import { type JournalEntry, plainShelf, type RowJournal } from "./row-journal";

/** How RxDB hands out what it stored: our document with its own bookkeeping around it. */
export type StoredDocument = RxDocumentData<object>;

const isCollection = (name: string | undefined): name is CollectionName =>
  collectionNames.some((known) => known === name);

const plain = (stored: StoredDocument): Readonly<Record<string, unknown>> => {
  const { _attachments, _deleted, _meta, _rev, ...document } = stored as RxDocumentData<
    Record<string, unknown>
  >;
  return document;
};

const primaryOf = (collection: CollectionName, document: object): string =>
  String(Reflect.get(document, collectionDefinitions[collection].schema.primaryKey as string));

/** A stored document as the journal keeps it. */
export const documentToEntry = (collection: CollectionName, stored: StoredDocument): JournalEntry => {
  const document = plain(stored);
  const { subjectId } = document;
  return {
    shelf: typeof subjectId === "string" ? subjectId : plainShelf,
    collection,
    id: primaryOf(collection, document),
    height: getHeightOfRevision(stored._rev),
    schema: collectionDefinitions[collection].schema.version,
    document: stored._deleted ? null : document,
  };
};

/** The number of the data format belongs to the database it stands in, not to what was stored by people. */
export const isJournaled = ({
  collection,
  id,
}: {
  readonly collection: string;
  readonly id: string;
}): boolean => collection !== "settings" || id !== dataFormatKey;

/** Passes on every write of this database once it is durable. Returns the undo. */
export const feedJournal = (database: Database, journal: RowJournal): (() => void) => {
  const feeding = database.eventBulks$.subscribe(({ collectionName, events }) => {
    if (!isCollection(collectionName)) return;
    const entries = events.map((event) =>
      documentToEntry(collectionName, event.documentData as unknown as StoredDocument),
    );
    journal.append(entries.filter(isJournaled));
  });
  return () => feeding.unsubscribe();
};
