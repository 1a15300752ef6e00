import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { loopIdSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { createDexieStorage } from "../../../src/store/dexie-storage";
import { anId } from "../../support/builders/ids";
import { type AnyStorage, createStoreBench } from "../../support/store/store-bench";
import { type PersistenceRig, persistenceSuite } from "../sync/persistence-suite";

/** The loops the suite writes about; a loop's key is there before its log is. */
const loops = ["first", "second"].map((name) => anId(loopIdSchema, name));

const newRig = async (storage: AnyStorage): Promise<PersistenceRig> => {
  const bench = createStoreBench(storage);
  const open = async () => {
    const store = await bench.open({ collections: ["loopUpdates"] });
    for (const loopId of loops) unwrap(await store.openSubject(loopId, "create"));
    return store.loopUpdates;
  };
  return { open, reopen: open, close: bench.close };
};

persistenceSuite("the store in memory", () => newRig(getRxStorageMemory()));
persistenceSuite("the store on Dexie", () =>
  newRig(createDexieStorage({ indexedDB: new IDBFactory(), IDBKeyRange })),
);
