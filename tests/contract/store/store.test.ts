import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, describe, it } from "vitest";
import { createDexieStorage } from "../../../src/store/dexie-storage";
import { type AnyStorage, createStoreBench, type StoreBench } from "../../support/store/store-bench";
import { storeContract } from "./store-contract";

const storages: Readonly<Record<string, () => AnyStorage>> = {
  memory: () => getRxStorageMemory(),
  "Dexie over a stand-in for IndexedDB": () =>
    createDexieStorage({ indexedDB: new IDBFactory(), IDBKeyRange }),
};

for (const [storageName, createStorage] of Object.entries(storages)) {
  describe(`a store on ${storageName}`, () => {
    let bench: StoreBench | null = null;
    afterEach(async () => {
      await bench?.close();
    });

    for (const [group, cases] of Object.entries(storeContract))
      describe(group, () => {
        for (const { name, run } of cases)
          it(name, async () => {
            bench = createStoreBench(createStorage());
            await run(bench);
          });
      });
  });
}
