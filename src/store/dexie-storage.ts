import type { RxStorageDexie } from "rxdb/plugins/storage-dexie";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";

/** IndexedDB as a test brings it along; the app uses the window's own. */
export interface IndexedDbParts {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/**
 * IndexedDB with strict durability: a write has completed only when it is on the disk. Chromium's default is
 * relaxed, where a power cut may take acknowledged writes along.
 */
export const createDexieStorage = (parts: IndexedDbParts | null = null): RxStorageDexie =>
  getRxStorageDexie({ chromeTransactionDurability: "strict", ...parts });
