import type { RxCollection, RxDatabase, RxStorage } from "rxdb";
import { addRxPlugin, createRxDatabase } from "rxdb";
import { RxDBMigrationSchemaPlugin } from "rxdb/plugins/migration-schema";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { CollectionName, Documents } from "../collections/documents";
import { collectionNames } from "../collections/documents";
import type { CollectionDefinition } from "../collections/schemas";
import type { StoreFailure } from "../failure";
import { claimDataFormat } from "./data-format";
import type { OpenProgress } from "./migrate";
import { migrateAll } from "./migrate";
import { reasonOf } from "./storage-failure";

addRxPlugin(RxDBMigrationSchemaPlugin);

export type Collections = { [Name in CollectionName]: RxCollection<Documents[Name]> };
export type Database = RxDatabase<Partial<Collections>>;

export interface DatabaseOptions {
  // biome-ignore lint/suspicious/noExplicitAny: RxDB's own type for "whatever storage"; its internals are not ours.
  readonly storage: RxStorage<any, any>;
  readonly name: string;
  /** True where several windows open the same data and hear of each other's writes. */
  readonly multiInstance: boolean;
  /** The collections to open besides the settings. */
  readonly collections: readonly CollectionName[];
  readonly definitions: { readonly [Name in CollectionName]: CollectionDefinition<Documents[Name]> };
  /** The number of this program's data format. */
  readonly dataFormat: number;
  readonly onProgress: (progress: OpenProgress) => void;
}

const addCollections = (
  database: Database,
  names: readonly CollectionName[],
  definitions: DatabaseOptions["definitions"],
) =>
  database.addCollections(
    Object.fromEntries(
      names.map((name) => [
        name,
        {
          schema: definitions[name].schema,
          migrationStrategies: definitions[name].migrations,
          autoMigrate: false,
        },
      ]),
    ),
  );

const fill = async (database: Database, options: DatabaseOptions): Promise<Result<void, StoreFailure>> => {
  await addCollections(database, ["settings"], options.definitions);
  const { settings } = database.collections;
  if (settings === undefined) throw new Error("the settings collection was not made");
  const claimed = await claimDataFormat(settings, options.dataFormat);
  if (!claimed.ok) return claimed;
  const others = collectionNames.filter((name) => name !== "settings" && options.collections.includes(name));
  await addCollections(database, others, options.definitions);
  return migrateAll(Object.values(database.collections), options.onProgress);
};

const closeQuietly = async (database: Database): Promise<void> => {
  // It could not be opened: how it closes adds nothing to the failure that is reported.
  await database.close().catch(() => false);
};

/** Opens the database, refuses newer data before anything else is touched, and migrates older data. */
export const openDatabase = async (options: DatabaseOptions): Promise<Result<Database, StoreFailure>> => {
  const { storage, name, multiInstance } = options;
  options.onProgress({ step: "opening" });
  let database: Database | null = null;
  try {
    database = await createRxDatabase<Partial<Collections>>({ storage, name, multiInstance });
    const filled = await fill(database, options);
    if (filled.ok) return ok(database);
    await closeQuietly(database);
    return filled;
  } catch (error) {
    if (database !== null) await closeQuietly(database);
    return err({ type: "openFailed", reason: reasonOf(error) });
  }
};
