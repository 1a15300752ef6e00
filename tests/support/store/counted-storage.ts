import type { AnyStorage } from "./store-bench";

/** A storage that counts which rows it hands out. */
export interface CountedStorage {
  readonly storage: AnyStorage;
  /** Rows by collection that were read since the last time this was asked. */
  readonly rowsRead: () => Readonly<Record<string, number>>;
}

export const createCountedStorage = (sound: AnyStorage): CountedStorage => {
  let read: Record<string, number> = {};
  const storage: AnyStorage = {
    ...sound,
    createStorageInstance: async (params) => {
      const instance = await sound.createStorageInstance(params);
      const note = (rows: number): void => {
        if (rows > 0) read[params.collectionName] = (read[params.collectionName] ?? 0) + rows;
      };
      const { query, findDocumentsById } = instance;
      instance.query = async (prepared) => {
        const found = await query.call(instance, prepared);
        note(found.documents.length);
        return found;
      };
      instance.findDocumentsById = async (ids, withDeleted) => {
        const found = await findDocumentsById.call(instance, ids, withDeleted);
        note(found.length);
        return found;
      };
      return instance;
    },
  };
  return {
    storage,
    rowsRead: () => {
      const before = read;
      read = {};
      return before;
    },
  };
};
