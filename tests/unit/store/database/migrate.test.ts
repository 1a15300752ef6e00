import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/domain/result";
import { collectionDefinitions } from "../../../../src/store/collections/schemas";
import type { OpenProgress } from "../../../../src/store/database/migrate";
import { type DatabaseOptions, openDatabase } from "../../../../src/store/database/open-database";
import { createDexieStorage } from "../../../../src/store/dexie-storage";
import type { AnyStorage } from "../../../support/store/store-bench";

type Definitions = DatabaseOptions["definitions"];

const laterVersion = collectionDefinitions.kits.schema.version + 1;

/** The layout of a later program: kits are at the version after this one's, where every author is in capitals. */
const laterDefinitions = (toCapitals: (author: string) => string): Definitions => ({
  ...collectionDefinitions,
  kits: {
    schema: { ...collectionDefinitions.kits.schema, version: laterVersion },
    migrations: {
      ...collectionDefinitions.kits.migrations,
      [laterVersion]: (kit) => ({ ...kit, author: toCapitals(kit.author) }),
    },
  },
});

const optionsFor = (name: string, storage: AnyStorage) => {
  const progress: OpenProgress[] = [];
  const options: DatabaseOptions = {
    storage,
    name,
    multiInstance: false,
    collections: ["kits"],
    definitions: collectionDefinitions,
    dataFormat: 1,
    onProgress: (step) => progress.push(step),
  };
  return { options, progress };
};

const aHead = (id: string) => ({
  id,
  title: "Lab Technician",
  author: "Ines",
  version: 1,
  levels: [],
  questions: 0,
  updatedAt: "2026-11-23T09:00:00.000Z",
});

/** A database as this program leaves it, with 250 kits. */
const leaveDataBehind = async (options: DatabaseOptions) => {
  const database = unwrap(await openDatabase(options));
  await database.collections.kits?.bulkInsert(
    Array.from({ length: 250 }, (_, index) => aHead(`kit${index}`)),
  );
  await database.close();
};

const storages: [string, () => AnyStorage][] = [
  ["memory", () => getRxStorageMemory()],
  ["Dexie", () => createDexieStorage({ indexedDB: new IDBFactory(), IDBKeyRange })],
];

describe.each(storages)("opening data of an earlier program on %s", (_storageName, createStorage) => {
  it("migrates every document, tells how far it is, and raises the number of the data format", async () => {
    const { options, progress } = optionsFor("migrates", createStorage());
    await leaveDataBehind(options);
    const definitions = laterDefinitions((author) => author.toUpperCase());
    const later = unwrap(await openDatabase({ ...options, definitions, dataFormat: 2 }));
    const kits = await later.collections.kits?.find().exec();
    const number = await later.collections.settings?.findOne("dataFormat").exec();
    await later.close();
    expect(kits).toHaveLength(250);
    expect(new Set(kits?.map(({ author }) => author))).toEqual(new Set(["INES"]));
    expect(number?.value).toBe("2");
    expect(progress.at(-1)).toEqual({ step: "migrating", collection: "kits", done: 1 });
  });

  it("is refused to the earlier program from then on", async () => {
    const { options } = optionsFor("noWayBack", createStorage());
    await leaveDataBehind(options);
    const definitions = laterDefinitions((author) => author.toUpperCase());
    await unwrap(await openDatabase({ ...options, definitions, dataFormat: 2 })).close();
    expect(await openDatabase(options)).toEqual({
      ok: false,
      error: { type: "newerData", found: 2, known: 1 },
    });
  });

  it.each([
    ["the first document", 1, 1],
    ["a batch in the middle", 101, 200],
    ["everything", 1, 250],
  ])(
    "that failed at %s loses nothing: it is refused to the earlier program and whole after the next try",
    async (at, from, to) => {
      const { options } = optionsFor(`fails at ${at}`.replaceAll(" ", "-"), createStorage());
      await leaveDataBehind(options);
      let met = 0;
      const broken = laterDefinitions((author) => {
        met += 1;
        if (met >= from && met <= to) throw new Error("cannot read this author");
        return author.toUpperCase();
      });
      const failed = await openDatabase({ ...options, definitions: broken, dataFormat: 2 });
      expect(failed).toEqual({
        ok: false,
        error: { type: "migrationFailed", collection: "kits", reason: "Error" },
      });
      expect(await openDatabase(options)).toMatchObject({ ok: false, error: { type: "newerData" } });
      const definitions = laterDefinitions((author) => author.toUpperCase());
      const later = unwrap(await openDatabase({ ...options, definitions, dataFormat: 2 }));
      const kits = await later.collections.kits?.find().exec();
      await later.close();
      expect(kits).toHaveLength(250);
      expect(new Set(kits?.map(({ author }) => author))).toEqual(new Set(["INES"]));
    },
  );
});
