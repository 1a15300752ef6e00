import type { BulkWriteRow } from "rxdb";
import type { Kit } from "../../../src/domain/kit/kit";
import { kitToParts } from "../../../src/domain/kit/snapshot";
import { unwrap } from "../../../src/domain/result";
import { collectionDefinitions } from "../../../src/store/collections/schemas";
import { dataFormat } from "../../../src/store/database/data-format";
import { type Database, openDatabase } from "../../../src/store/database/open-database";
import { createDexieStorage } from "../../../src/store/dexie-storage";
import { kitToHead, partToDocument } from "../../../src/store/repositories/kit-format";
import { kitAt } from "./many-kits";

/** Rows of so many kits are one transaction. */
const portion = 40;

const open = async (): Promise<Database> =>
  unwrap(
    await openDatabase({
      storage: createDexieStorage(),
      name: "panelbook",
      multiInstance: false,
      collections: ["kits", "kitParts"],
      definitions: collectionDefinitions,
      dataFormat,
      onProgress: () => undefined,
    }),
  );

const fresh = { _deleted: false, _attachments: {}, _rev: "", _meta: { lwt: 1 } };

const write = async (
  database: Database,
  name: "kits" | "kitParts",
  documents: readonly object[],
): Promise<void> => {
  const storage = database.collections[name]?.storageInstance;
  if (storage === undefined) throw new Error(`${name} is not open`);
  const rows = documents.map((document) => ({ document: { ...document, ...fresh } }));
  const { error } = await storage.bulkWrite(rows as unknown as BulkWriteRow<never>[], "fill");
  if (error.length > 0) throw new Error(`${name} were not written: ${error[0]?.status}`);
};

const day = "2026-11-23T09:00:00.000Z";

const writePortion = async (database: Database, kits: readonly Kit[]): Promise<void> => {
  const parts = kits.flatMap((kit) => kitToParts(kit).map((part) => partToDocument(kit.id, part)));
  await write(database, "kitParts", parts);
  await write(
    database,
    "kits",
    kits.map((kit) => kitToHead(kit, 1, day)),
  );
};

declare global {
  interface Window {
    library: { readonly fill: (from: number, to: number) => Promise<number> };
  }
}

window.library = {
  /** Writes the kits with these numbers into this window's store, as the program would; answers the milliseconds. */
  fill: async (from, to) => {
    const started = performance.now();
    const database = await open();
    for (let first = from; first < to; first += portion) {
      const kits = Array.from({ length: Math.min(portion, to - first) }, (_, at) => kitAt(first + at));
      await writePortion(database, kits);
    }
    await database.close();
    return performance.now() - started;
  },
};
