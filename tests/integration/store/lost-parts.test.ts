import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, beforeEach, expect, it } from "vitest";
import { kitIdSchema } from "../../../src/domain/ids";
import { ok, unwrap } from "../../../src/domain/result";
import type { Store } from "../../../src/store/open-store";
import { aKit } from "../../support/builders/kit";
import { type FileJournal, fileJournal } from "../../support/store/file-journal";
import { createStoreBench, type StoreBench } from "../../support/store/store-bench";

const kit = aKit();
let folder = "";
let bench: StoreBench;
let quiet = 0;
/** How often the journal was asked for its newest rows: at the start, before the parts are counted and after. */
let asked = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-lost-parts-"));
  bench = createStoreBench(getRxStorageMemory());
});
afterEach(async () => {
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As where so many rows came after it that a row is not among the newest that are asked for. */
const withOnlyLast = (journal: FileJournal): FileJournal => {
  const { recent } = journal;
  journal.recent = async () => {
    asked += 1;
    const { counts, rows } = unwrap(await recent());
    const isLast = (row: (typeof rows)[number]) =>
      rows.findLast(({ collection }) => collection === row.collection)?.id === row.id;
    return ok({ counts, rows: rows.filter(isLast) });
  };
  return journal;
};

/** Opens the store as the next start of the program does, which counts while it is used. */
const start = async (): Promise<Store> => {
  quiet = 0;
  asked = 0;
  const whenQuiet = async (): Promise<void> => {
    quiet += 1;
  };
  const journal = withOnlyLast(fileJournal(folder));
  return bench.open({ journal, subjectKeys: bench.subjectKeys, whenQuiet });
};

const aLibrary = async (kits: number): Promise<void> => {
  const journal = fileJournal(folder);
  const store = await bench.open({ journal, subjectKeys: bench.subjectKeys });
  unwrap(await store.kits.add(kit));
  for (let number = 1; number < kits; number += 1)
    unwrap(await store.kits.add({ ...kit, id: kitIdSchema.parse(`kit${number}`.padEnd(22, "_")) }));
  unwrap(await journal.flush());
  await bench.close();
};

/** The row is gone as if it had never been written. */
const losePart = (path: string): Promise<void> =>
  bench.withDatabase(async ({ collections: { kitParts } }) => {
    const storage = kitParts?.storageInstance;
    const rows = (await storage?.findDocumentsById([`${kit.id}/${path}`], false)) ?? [];
    const removed = rows.map((previous) => ({ previous, document: { ...previous, _deleted: true } }));
    await storage?.bulkWrite(removed, "lose");
    await storage?.cleanup(0);
  });

const isDoubted = async (store: Store): Promise<boolean> =>
  unwrap(await store.settings.keys()).includes("kitPartsDoubted");

it("the parts of kits are counted while the program is used, twenty kits at a time, and nothing is said where none is lost", async () => {
  await aLibrary(46);
  const counting = await start();
  await expect.poll(() => asked).toBe(3);
  // Before it begins, and before each of three stretches.
  expect(quiet).toBe(4);
  expect(await isDoubted(counting)).toBe(false);
  const again = await start();
  await expect.poll(() => asked).toBe(3);
  expect(again.restored.live.get()).toBeNull();
  expect(await isDoubted(again)).toBe(false);
});

it("an old part of a kit that the database lost is back after the next start, and that is said", async () => {
  await aLibrary(3);
  await losePart("question/q-samples");
  const lacking = await start();
  expect(await lacking.kits.one(kit.id)).toMatchObject({ ok: false, error: { type: "unreadable" } });
  await expect.poll(() => isDoubted(lacking)).toBe(true);
  const back = await start();
  expect(unwrap(await back.kits.one(kit.id))).toEqual(kit);
  expect(back.restored.live.get()).toMatchObject({ wasLost: false, restored: { kitParts: 1 } });
});
