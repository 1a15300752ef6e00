import type { RxCollection } from "rxdb";
import type { Live } from "../../domain/live";
import { liveCell } from "../../domain/live";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { CollectionName, Documents } from "../collections/documents";
import type { StoreFailure } from "../failure";
import { feedJournal } from "../journal/journal-feed";
import type { RowJournal } from "../journal/row-journal";
import type { Database, DatabaseOptions } from "./open-database";
import { openDatabase } from "./open-database";
import { accessFailure } from "./storage-failure";

/** Whether the store takes writes. `broken` lasts until `reopen`; `closed` is for good. */
export type StoreHealth =
  | { readonly state: "open" }
  | { readonly state: "broken"; readonly error: StoreFailure }
  | { readonly state: "closed" };

/** The way to the database that outlives it: after a full disk it is opened again behind the same repositories. */
export interface Connection {
  readonly health: Live<StoreHealth>;
  /** Runs one access to one collection; an error of the database becomes a typed failure. */
  readonly run: <Name extends CollectionName, Value>(
    name: Name,
    access: (collection: RxCollection<Documents[Name]>) => Promise<Value>,
  ) => Promise<Result<Value, StoreFailure>>;
  /** Calls `listener` after every write to these collections, in any window, and after a reopening. Returns the undo. */
  readonly watch: (names: readonly CollectionName[], listener: () => void) => () => void;
  /** Closes what is left of the database and opens it anew. */
  readonly reopen: () => Promise<Result<void, StoreFailure>>;
  readonly close: () => Promise<void>;
}

interface Watcher {
  readonly names: readonly CollectionName[];
  readonly listener: () => void;
  stop: () => void;
}

const listen = (database: Database, watcher: Watcher): (() => void) => {
  const watching = database.eventBulks$.subscribe((bulk) => {
    if (watcher.names.some((name) => name === bulk.collectionName)) watcher.listener();
  });
  return () => watching.unsubscribe();
};

const collectionOf = <Name extends CollectionName>(
  database: Database,
  name: Name,
): RxCollection<Documents[Name]> => {
  const collection = database.collections[name];
  if (collection === undefined) throw new Error(`this store was opened without ${name}`);
  return collection as unknown as RxCollection<Documents[Name]>;
};

const isBroken = (failure: StoreFailure): boolean =>
  failure.type === "diskFull" || failure.type === "storeClosed";

export interface ConnectionOptions extends DatabaseOptions {
  /** Told of every write; null where there is none. */
  readonly journal: RowJournal | null;
}

/** Opens the database and keeps it. */
export const connect = async (options: ConnectionOptions): Promise<Result<Connection, StoreFailure>> => {
  const opened = await openDatabase(options);
  if (!opened.ok) return opened;
  return ok(keepConnection(opened.value, options));
};

const keepConnection = (first: Database, options: ConnectionOptions): Connection => {
  const feed = (fed: Database): (() => void) =>
    options.journal === null ? () => undefined : feedJournal(fed, options.journal);
  const health = liveCell<StoreHealth>({ state: "open" });
  const watchers = new Set<Watcher>();
  let database = first;
  let stopFeeding = feed(first);
  let reopening: Promise<Result<void, StoreFailure>> | null = null;

  const reopen = async (): Promise<Result<void, StoreFailure>> => {
    // What is broken may also fail to close; RxDB gives the name free in either case.
    await Promise.allSettled([database.close()]);
    const opened = await openDatabase(options);
    if (!opened.ok) return opened;
    database = opened.value;
    stopFeeding();
    stopFeeding = feed(database);
    for (const watcher of watchers) watcher.stop = listen(database, watcher);
    health.set({ state: "open" });
    for (const watcher of [...watchers]) watcher.listener();
    return ok(undefined);
  };

  return {
    health,
    run: async (name, access) => {
      if (health.get().state !== "open") return err({ type: "storeClosed" });
      const used = database;
      const collection = collectionOf(used, name);
      try {
        return ok(await access(collection));
      } catch (error) {
        const failure = accessFailure(name, error);
        const isHere = used === database && health.get().state === "open";
        if (isBroken(failure) && isHere) health.set({ state: "broken", error: failure });
        return err(failure);
      }
    },
    watch: (names, listener) => {
      const watcher: Watcher = { names, listener, stop: () => undefined };
      watcher.stop = listen(database, watcher);
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
        watcher.stop();
      };
    },
    reopen: async () => {
      if (reopening !== null) return reopening;
      const { state } = health.get();
      if (state !== "broken") return state === "open" ? ok(undefined) : err({ type: "storeClosed" });
      reopening = reopen().finally(() => {
        reopening = null;
      });
      return reopening;
    },
    close: async () => {
      await reopening;
      if (health.get().state === "closed") return;
      health.set({ state: "closed" });
      await database.close();
      stopFeeding();
    },
  };
};
