import type { RxCollection } from "rxdb";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import { reasonOf } from "./storage-failure";

/** Told while the store opens, so that a long migration is seen to move. `done` goes from 0 to 1. */
export type OpenProgress =
  | { readonly step: "opening" }
  | { readonly step: "migrating"; readonly collection: string; readonly done: number };

const migrateOne = async (
  collection: RxCollection,
  onProgress: (progress: OpenProgress) => void,
): Promise<Result<void, StoreFailure>> => {
  if (!(await collection.migrationNeeded())) return ok(undefined);
  const watching = collection
    .getMigrationState()
    .$.subscribe(({ count }) =>
      onProgress({ step: "migrating", collection: collection.name, done: count.percent / 100 }),
    );
  try {
    await collection.migratePromise(100);
    return ok(undefined);
  } catch (error) {
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
