import type { RxCollection } from "rxdb";
import { getRxReplicationMetaInstanceSchema } from "rxdb";
import { getOldCollectionMeta } from "rxdb/plugins/migration-schema";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import { reasonOf } from "./storage-failure";

/** Told while the store opens, so that a long migration is seen to move. `done` goes from 0 to 1. */
export type OpenProgress =
  | { readonly step: "opening" }
  | { readonly step: "migrating"; readonly collection: string; readonly done: number };

const batchDocuments = 100;

/**
 * RxDB remembers how far a migration came, and after a batch that failed (a full disk is enough) it remembers a
 * place behind that batch: the next try would skip those documents, report success and clear the old ones
 * (measured with 17.6: 100 of 250 lost). So every try starts over; what is already in the new layout stays.
 */
const forgetEarlierTry = async (collection: RxCollection): Promise<void> => {
  const old = await getOldCollectionMeta(collection.getMigrationState());
  if (old === undefined) return;
  const { name, token, storage } = collection.database;
  const { schema, version } = old.data;
  const memory = await storage.createStorageInstance({
    databaseName: name,
    databaseInstanceToken: token,
    collectionName: `rx-migration-state-meta-${collection.name}-${version}`,
    schema: getRxReplicationMetaInstanceSchema(schema, false),
    multiInstance: false,
    options: {},
    devMode: false,
  });
  await memory.remove();
};

/**
 * RxDB's `migratePromise` fails at once where an earlier try has failed, because it finds that one's status. So the
 * migration is started and then judged by whether the old layout is gone.
 */
const migrateOne = async (
  collection: RxCollection,
  onProgress: (progress: OpenProgress) => void,
): Promise<Result<void, StoreFailure>> => {
  if (!(await collection.migrationNeeded())) return ok(undefined);
  await forgetEarlierTry(collection);
  const state = collection.getMigrationState();
  const watching = state.$.subscribe(({ count }) =>
    onProgress({ step: "migrating", collection: collection.name, done: Math.min(count.percent / 100, 1) }),
  );
  try {
    await collection.startMigration(batchDocuments);
    if ((await getOldCollectionMeta(state)) === undefined) return ok(undefined);
    const { error } = await state.getStatus();
    return err({ type: "migrationFailed", collection: collection.name, reason: reasonOf(error) });
  } finally {
    watching.unsubscribe();
  }
};

/** Brings every collection to its newest schema, one after the other; stops at the first failure. */
export const migrateAll = async (
  collections: readonly RxCollection[],
  onProgress: (progress: OpenProgress) => void,
): Promise<Result<void, StoreFailure>> => {
  for (const collection of collections) {
    const migrated = await migrateOne(collection, onProgress);
    if (!migrated.ok) return migrated;
  }
  return ok(undefined);
};
