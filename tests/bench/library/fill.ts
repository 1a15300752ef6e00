import "../../../src/app/validator";
import { stateOf } from "../../../src/app/library/kit-state";
import type { IndexPort } from "../../../src/app/library/search/kept-index";
import { portTo } from "../../../src/app/library/search/port-to";
import { bridgeJournal } from "../../../src/app/services/bridge-journal";
import { findEntries } from "../../../src/domain/kit/find/find-entry";
import type { Kit } from "../../../src/domain/kit/kit";
import { kitToParts } from "../../../src/domain/kit/snapshot";
import { unwrap } from "../../../src/domain/result";
import type { KitHeadDocument } from "../../../src/store/collections/documents";
import { collectionDefinitions } from "../../../src/store/collections/schemas";
import { dataFormat } from "../../../src/store/database/data-format";
import { type Database, openDatabase } from "../../../src/store/database/open-database";
import { createDexieStorage } from "../../../src/store/dexie-storage";
import { type JournalEntry, plainShelf, type RowJournal } from "../../../src/store/journal/row-journal";
import { kitHeadSchema, kitToHead, partToDocument } from "../../../src/store/repositories/kit-format";
import { kitAt } from "./many-kits";
import { openRawRows } from "./raw-rows";

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

const day = "2026-11-23T09:00:00.000Z";

const headOf = (kit: Kit): KitHeadDocument => kitToHead(kit, 1, day, "");

const documentsOf = (kits: readonly Kit[]) => ({
  kitParts: kits.flatMap((kit) => kitToParts(kit).map((part) => partToDocument(kit.id, part))),
  kits: kits.map(headOf),
});

type Documents = ReturnType<typeof documentsOf>;

const entriesOf = (
  collection: keyof Documents,
  documents: Documents[keyof Documents],
): readonly JournalEntry[] =>
  documents.map((document) => ({
    shelf: plainShelf,
    collection,
    id: document.id,
    height: 1,
    schema: collectionDefinitions[collection].schema.version,
    document: { ...document },
  }));

/** As every write of the store does. */
const journalPortion = async (journal: RowJournal, documents: Documents): Promise<void> => {
  for (const collection of ["kitParts", "kits"] as const)
    journal.append(entriesOf(collection, documents[collection]));
  unwrap(await journal.flush());
};

/** As the finder does when it reads a kit. */
const indexPortion = async (index: IndexPort, kits: readonly Kit[]): Promise<void> => {
  for (const kit of kits)
    await index.put(kit.id, stateOf(kitHeadSchema.parse(headOf(kit))), findEntries(kit));
};

declare global {
  interface Window {
    library: { readonly fill: (from: number, to: number, indexWorker: string) => Promise<number> };
  }
}

window.library = {
  /**
   * Writes the kits with these numbers into this window's store, its safety journal and its search, as the program would;
   * `indexWorker` is the address of the program's own worker. Answers the milliseconds.
   */
  fill: async (from, to, indexWorker) => {
    const started = performance.now();
    // The program's own opening makes the collections and closes them again.
    await (await open()).close();
    const rows = {
      // A kit's row is written after its parts.
      kits: await openRawRows("panelbook", "kits", collectionDefinitions.kits.schema.version, 1e9),
      kitParts: await openRawRows("panelbook", "kitParts", collectionDefinitions.kitParts.schema.version, 0),
    };
    const journal = bridgeJournal(window.panelbook.journal);
    const index = portTo(new Worker(indexWorker, { type: "module" }));
    let beside: Promise<unknown> = Promise.resolve();
    for (let first = from; first < to; first += portion) {
      const kits = Array.from({ length: Math.min(portion, to - first) }, (_, at) => kitAt(first + at));
      const documents = documentsOf(kits);
      // Neither the search nor the journal may fall behind: what waits for them lies in memory.
      await beside;
      beside = Promise.all([indexPortion(index, kits), journalPortion(journal, documents)]);
      await rows.kitParts.add(documents.kitParts);
      await rows.kits.add(documents.kits);
    }
    await beside;
    await index.keep();
    for (const each of Object.values(rows)) each.close();
    return performance.now() - started;
  },
};
