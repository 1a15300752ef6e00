import type { RxStorageInstanceCreationParams } from "rxdb";
import { INTERNAL_STORAGE_NAME } from "rxdb";
import { RxStorageDexie } from "rxdb/plugins/storage-dexie";

type DexieSettings = ConstructorParameters<typeof RxStorageDexie>[0];

/** IndexedDB as a test brings it along; the app uses the window's own. */
export interface IndexedDbParts {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/**
 * RxDB keeps the promise of every opening by name until it is closed, and one that failed cannot be closed: while a
 * disk was full, a single failed try made every later one fail, too (rxdb 17.6.0, `dexie-helper.js`). Here an opening
 * always resolves, and one that failed shows at the first access.
 */
const openForgivingly: DexieSettings["onCreate"] = (dexie) => {
  const open = dexie.open.bind(dexie);
  dexie.open = () => open().catch(() => dexie);
};

/** Closes what a database that failed half-way through opening has left, before one of the same name is opened. */
class ReopenableStorage extends RxStorageDexie {
  readonly #opened = new Map<string, Set<() => Promise<void>>>();

  override async createStorageInstance<Row>(params: RxStorageInstanceCreationParams<Row, DexieSettings>) {
    const { databaseName, collectionName } = params;
    // RxDB refuses to open a name twice, so whatever is open when its internal store is made was left behind.
    if (collectionName === INTERNAL_STORAGE_NAME) await this.#closeLeft(databaseName);
    const instance = await super.createStorageInstance(params);
    const opened = this.#opened.get(databaseName) ?? new Set();
    this.#opened.set(
      databaseName,
      opened.add(() => instance.close()),
    );
    return instance;
  }

  async #closeLeft(databaseName: string): Promise<void> {
    const left = [...(this.#opened.get(databaseName) ?? [])];
    this.#opened.delete(databaseName);
    // What was closed before answers the same again; how the others close changes nothing for the one to come.
    await Promise.allSettled(left.map((close) => close()));
  }
}

/**
 * IndexedDB with strict durability: a write has completed only when it is on the disk. Chromium's default is
 * relaxed, where a power cut may take acknowledged writes along.
 */
export const createDexieStorage = (parts: IndexedDbParts | null = null): RxStorageDexie =>
  new ReopenableStorage({
    chromeTransactionDurability: "strict",
    onCreate: openForgivingly,
    ...parts,
  });
