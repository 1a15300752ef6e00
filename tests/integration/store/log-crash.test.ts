import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { unwrap } from "../../../src/domain/result";
import { createDexieStorage } from "../../../src/store/dexie-storage";
import type { Store } from "../../../src/store/open-store";
import { attachPersistence } from "../../../src/sync/persistence/attach-persistence";
import type { CompactionLimits } from "../../../src/sync/persistence/compaction";
import { encodeRecord } from "../../../src/sync/persistence/record-frame";
import { loopId } from "../../support/builders/record";
import { rounds } from "../../support/full-run";
import { type SeededRandom, seededRandom } from "../../support/seeded-random";
import { createFaultyStorage } from "../../support/store/faulty-storage";
import { fileJournal } from "../../support/store/file-journal";
import { type AnyStorage, createStoreBench, type StoreBench } from "../../support/store/store-bench";

const benches: StoreBench[] = [];
const aBench = (storage: AnyStorage): StoreBench => {
  const bench = createStoreBench(storage);
  benches.push(bench);
  return bench;
};
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

/** Often enough that a short script goes through several compactions. */
const limits: CompactionLimits = { records: 4, bytes: 1e9 };

const openLog = async (bench: StoreBench): Promise<Store> => {
  const store = await bench.open({ collections: ["loopUpdates"] });
  unwrap(await store.openSubject(loopId, "create"));
  return store;
};

/** What the disk gives after a restart: every mark in the document, and what was left out. */
const reloaded = async (bench: StoreBench) => {
  const store = await openLog(bench);
  const doc = new Y.Doc();
  const disk = unwrap(await attachPersistence(doc, store.loopUpdates, loopId, limits));
  return { marks: new Set(doc.getMap("marks").keys()), text: doc.getText("t").toString(), disk };
};

/** Puts mark after mark into the document; a mark counts as acknowledged once the disk said that it is saved. */
const work = async (bench: StoreBench, marks: number, random: SeededRandom): Promise<readonly string[]> => {
  const store = await openLog(bench);
  const doc = new Y.Doc();
  const disk = unwrap(await attachPersistence(doc, store.loopUpdates, loopId, limits));
  const acknowledged: string[] = [];
  for (let index = 0; index < marks; index += 1) {
    doc.getMap("marks").set(`mark ${index}`, index);
    doc.getText("t").insert(random.below(doc.getText("t").length + 1), "word ");
    if (random.below(3) > 0) continue;
    if (!(await disk.saved()).ok) break;
    for (let done = acknowledged.length; done <= index; done += 1) acknowledged.push(`mark ${done}`);
  }
  await disk.close();
  return acknowledged;
};

describe("a laptop whose power is cut after any write to its log, compactions among them", () => {
  const seed = 4;
  it(`has every acknowledged change when it starts again (seed ${seed})`, async () => {
    const whole = createFaultyStorage(getRxStorageMemory());
    const all = await work(aBench(whole.storage), 24, seededRandom(seed));
    expect(all.length).toBeGreaterThan(10);
    let acknowledgedAtAll = 0;
    for (let cut = 1; cut <= whole.writes(); cut += 1) {
      const disk = createFaultyStorage(getRxStorageMemory());
      const bench = aBench(disk.storage);
      await openLog(bench);
      disk.cutPowerAfter(cut);
      const acknowledged = await work(bench, 24, seededRandom(seed)).catch(() => []);
      disk.cutPowerAfter(null);
      const { marks, disk: found } = await reloaded(bench);
      await bench.close();
      for (const mark of acknowledged) expect(marks.has(mark), `cut after ${cut} writes: ${mark}`).toBe(true);
      expect(found.damaged, `cut after ${cut} writes`).toEqual([]);
      acknowledgedAtAll += acknowledged.length;
    }
    expect(acknowledgedAtAll).toBeGreaterThan(100);
  });
});

/** A log as it lies there: one record per change. */
const aLog = (changes: number, random: SeededRandom): readonly Uint8Array[] => {
  const doc = new Y.Doc();
  const records: Uint8Array[] = [];
  doc.on("update", (payload: Uint8Array) => void records.push(encodeRecord({ format: "update", payload })));
  for (let index = 0; index < changes; index += 1) {
    doc.getMap("marks").set(`mark ${index}`, index);
    if (index % 3 === 0) doc.getText("t").insert(random.below(doc.getText("t").length + 1), "word ");
  }
  return records;
};

const marksOf = (records: readonly Uint8Array[]): Set<string> => {
  const doc = new Y.Doc();
  for (const record of records) Y.applyUpdate(doc, record.subarray(5));
  return new Set(doc.getMap("marks").keys());
};

describe.each([
  ["memory", () => getRxStorageMemory()],
  [
    "Dexie over a stand-in for IndexedDB",
    () => createDexieStorage({ indexedDB: new IDBFactory(), IDBKeyRange }),
  ],
] as const)("a log on %s of which the last record was cut short", (_, newStorage) => {
  it("is loaded without that record, which is named, kept and never compacted over", async () => {
    const records = aLog(4, seededRandom(1));
    const last = records[records.length - 1] ?? new Uint8Array(0);
    const bench = aBench(newStorage());
    for (let cut = 0; cut < last.length; cut += 1) {
      const store = await openLog(bench);
      await store.loopUpdates.load(loopId);
      await store.loopUpdates.compact(loopId, records[0] ?? last);
      for (const record of records.slice(1, -1)) await store.loopUpdates.append(loopId, record);
      await store.loopUpdates.append(loopId, last.subarray(0, cut));
      const found = await reloaded(bench);
      expect(found.marks, `cut at ${cut}`).toEqual(marksOf(records.slice(0, -1)));
      expect(found.disk.damaged, `cut at ${cut}`).toHaveLength(1);
    }
    const { updates } = unwrap(await (await openLog(bench)).loopUpdates.load(loopId));
    expect(updates).toHaveLength(records.length);
  });
});

describe("a large log whose journal was cut at any byte", () => {
  const seed = 8;
  it(`comes back without a database as far as the journal goes, and no record of it is half there (seed ${seed})`, async () => {
    const random = seededRandom(seed);
    const records = aLog(rounds(400, 4000), random);
    for (let round = 0; round < rounds(6, 60); round += 1) {
      const folder = mkdtempSync(join(tmpdir(), "panelbook-cut-"));
      const journal = fileJournal(folder);
      const bench = aBench(getRxStorageMemory());
      const store = await bench.open({ collections: ["loopUpdates"], journal });
      unwrap(await store.openSubject(loopId, "create"));
      for (const [index, record] of records.entries()) {
        unwrap(await store.loopUpdates.append(loopId, record));
        if (index % 100 === 99) await journal.flush();
      }
      await bench.close();
      const shelf = join(folder, readdirSync(folder).find((name) => name !== "plain") ?? "");
      const path = join(shelf, readdirSync(shelf).sort().at(-1) ?? "");
      const size = statSync(path).size;
      const cut = random.below(size);
      const before = readFileSync(path);
      truncateSync(path, cut);
      const rest = before.subarray(0, cut).toString("latin1").split('"collection":"loopUpdates"').length - 2;
      const empty = aBench(getRxStorageMemory());
      const rebuilt = await empty.open({
        collections: ["loopUpdates"],
        journal: fileJournal(folder),
        subjectKeys: bench.subjectKeys,
      });
      const { updates, unreadable } = unwrap(await rebuilt.loopUpdates.load(loopId));
      await empty.close();
      rmSync(folder, { recursive: true });
      expect(unreadable, `cut at ${cut} of ${size}`).toEqual([]);
      expect(updates.length, `cut at ${cut} of ${size}`).toBeGreaterThanOrEqual(rest);
      expect(updates.length, `cut at ${cut} of ${size}`).toBeLessThanOrEqual(rest + 1);
      expect(marksOf(updates), `cut at ${cut} of ${size}`).toEqual(marksOf(records.slice(0, updates.length)));
    }
  });
});
