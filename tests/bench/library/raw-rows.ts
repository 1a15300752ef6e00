/**
 * Rows put straight into IndexedDB as RxDB 17's Dexie storage lays them out: its own writes look each row up first and wait
 * for the disk, which takes ten minutes for 10,000 kits. The databases and their indexes are RxDB's own making.
 */
export interface RawRows {
  readonly add: (documents: readonly object[]) => Promise<void>;
  readonly close: () => void;
}

const opened = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error(`${name} did not open`));
  });

/** How Dexie's tables are named by the storage. */
const table = "docs";

/** A document that was written once, with the storage's bookkeeping: booleans that are indexed lie as digits. */
const toRow = (document: object, lwt: number): object => ({
  ...document,
  _deleted: "0",
  _attachments: {},
  _rev: "1-fill",
  _meta: { lwt },
});

/** Opens a collection that RxDB has made; its rows count as written from `first` on. */
export const openRawRows = async (
  database: string,
  collection: string,
  version: number,
  first: number,
): Promise<RawRows> => {
  const raw = await opened(`rxdb-dexie-${database}--${version}--${collection}`);
  let written = first;
  return {
    add: (documents) =>
      new Promise((resolve, reject) => {
        const transaction = raw.transaction(table, "readwrite", { durability: "relaxed" });
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error("the rows were not written"));
        const store = transaction.objectStore(table);
        for (const document of documents) {
          written += 1;
          store.add(toRow(document, written));
        }
      }),
    close: () => raw.close(),
  };
};
