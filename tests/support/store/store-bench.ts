import type { RxStorage } from "rxdb";
import type { Timestamp } from "../../../src/domain/ids";
import { timestampSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import type { CollectionName, EncryptedCollection } from "../../../src/store/collections/documents";
import { collectionNames } from "../../../src/store/collections/documents";
import { collectionDefinitions } from "../../../src/store/collections/schemas";
import { dataFormat } from "../../../src/store/database/data-format";
import { type Database, openDatabase } from "../../../src/store/database/open-database";
import { openStore, type Store, type StoreOptions } from "../../../src/store/open-store";
import type { EncryptedRow } from "../../../src/store/rows/row";
import { createFakeSubjectKeys, type FakeSubjectKeys } from "./fake-subject-keys";

// biome-ignore lint/suspicious/noExplicitAny: RxDB's own type for "whatever storage".
export type AnyStorage = RxStorage<any, any>;

/** One laptop's disk and vault, on which a store is opened, closed and opened again. */
export interface StoreBench {
  readonly storage: AnyStorage;
  readonly name: string;
  readonly subjectKeys: FakeSubjectKeys;
  /** Opens the store; the one opened before is closed first. */
  readonly open: (overrides?: Partial<StoreOptions>) => Promise<Store>;
  /** What lies on the disk, as RxDB's own documents. Closes the store. */
  readonly rawRows: (collection: CollectionName) => Promise<readonly object[]>;
  /** Writes rows as they are past the store. Closes the store. */
  readonly putRawRow: (collection: EncryptedCollection, row: EncryptedRow) => Promise<void>;
  /** Runs something on the bare database. Closes the store. */
  readonly withDatabase: <Value>(
    access: (database: Database) => Promise<Value>,
    knownFormat?: number,
  ) => Promise<Value>;
  readonly close: () => Promise<void>;
}

let benches = 0;

/** A clock that starts on a fixed day and goes on by a second at every look. */
export const tickingClock = (): (() => Timestamp) => {
  let seconds = 0;
  return () => {
    seconds += 1;
    return timestampSchema.parse(new Date(Date.UTC(2026, 10, 23, 9, 0, seconds)).toISOString());
  };
};

/** Ids that count up: "id-1____…". */
export const countingIds = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`.padEnd(22, "_");
  };
};

export const createStoreBench = (storage: AnyStorage): StoreBench => {
  benches += 1;
  const name = `bench${benches}`;
  const subjectKeys = createFakeSubjectKeys();
  const now = tickingClock();
  const newId = countingIds();
  let store: Store | null = null;

  const close = async (): Promise<void> => {
    await store?.close();
    store = null;
  };

  const withDatabase: StoreBench["withDatabase"] = async (access, knownFormat = dataFormat) => {
    await close();
    const database = unwrap(
      await openDatabase({
        storage,
        name,
        multiInstance: false,
        collections: collectionNames,
        definitions: collectionDefinitions,
        dataFormat: knownFormat,
        onProgress: () => undefined,
      }),
    );
    try {
      return await access(database);
    } finally {
      await database.close();
    }
  };

  return {
    storage,
    name,
    subjectKeys,
    open: async (overrides = {}) => {
      await close();
      store = unwrap(await openStore({ storage, subjectKeys, name, now, newId, ...overrides }));
      return store;
    },
    rawRows: (collection) =>
      withDatabase(async ({ collections }) => {
        const found = await collections[collection]?.find().exec();
        return (found ?? []).map((document) => document.toJSON(true));
      }),
    putRawRow: async (collection, row) => {
      await withDatabase(async ({ collections }) => {
        await collections[collection]?.upsert(row);
      });
    },
    withDatabase,
    close,
  };
};
