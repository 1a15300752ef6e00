import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, describe, expect, it } from "vitest";
import { hashSchema, kitIdSchema } from "../../../../src/domain/ids";
import { kitToParts } from "../../../../src/domain/kit/snapshot";
import { ok, unwrap } from "../../../../src/domain/result";
import type { KitRepository } from "../../../../src/store/repositories/kit-repository";
import { aHash } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { createCountedStorage } from "../../../support/store/counted-storage";
import { createFaultyStorage } from "../../../support/store/faulty-storage";
import { createStoreBench, type StoreBench } from "../../../support/store/store-bench";
import { whenReady } from "../../../support/store/when-ready";

let bench: StoreBench | null = null;
afterEach(async () => {
  await bench?.close();
  bench = null;
});

const collections = ["kits", "kitParts", "kitVersions"] as const;
const kitNumber = (number: number) => ({
  ...aKit(),
  id: kitIdSchema.parse(`kit${number}`.padEnd(22, "_")),
});
const parts = kitToParts(aKit()).length;

const publish = async (kits: KitRepository, number: number): Promise<void> => {
  const kit = kitNumber(number);
  const kitRoot = aHash(hashSchema, `root ${number}`);
  unwrap(await kits.freeze({ kitRoot, kitId: kit.id, version: 1, parts: [...kitToParts(kit)] }));
  const about = { kitId: kit.id, version: 1, kitRoot, note: "", publishedAt: "2026-11-23T09:00:00.000Z" };
  unwrap(await kits.publish(about));
};

/** A library of so many kits, all published, on a laptop that was started anew and has read nothing yet. */
const aLibraryOf = async (count: number) => {
  const disk = createCountedStorage(getRxStorageMemory());
  const made = createStoreBench(disk.storage);
  bench = made;
  const { kits } = await made.open({ collections });
  for (let number = 0; number < count; number += 1) {
    unwrap(await kits.add(kitNumber(number)));
    await publish(kits, number);
  }
  disk.rowsRead();
  return { rowsRead: disk.rowsRead, start: async () => (await made.open({ collections })).kits };
};

describe.each([2, 12])("in a library of %i kits", (count) => {
  it("a start and the list read a row a kit, and no part and no version of any", async () => {
    const { start, rowsRead } = await aLibraryOf(count);
    const kits = await start();
    expect(await whenReady(kits.list)).toHaveLength(count);
    const read = rowsRead();
    expect(read.kits).toBe(count);
    expect(read.kitParts ?? 0).toBe(0);
    expect(read.kitVersions ?? 0).toBe(0);
    await bench?.close();
  });

  it("opening a kit reads its own parts and nothing of another", async () => {
    const { start, rowsRead } = await aLibraryOf(count);
    const kits = await start();
    rowsRead();
    expect(unwrap(await kits.one(kitNumber(1).id)).title).toBe(aKit().title);
    expect(rowsRead()).toEqual({ kitParts: parts });
  });

  it("which kits are drafts is known without a part or a version being read", async () => {
    const { start, rowsRead } = await aLibraryOf(count);
    const kits = await start();
    unwrap(await kits.edit(kitNumber(1).id, (kit) => ok({ ...kit, title: "Lab Lead" })));
    const again = await start();
    rowsRead();
    expect(unwrap(await again.draftMarks())).toEqual({ drafts: [kitNumber(1).id], unsaid: [] });
    expect(rowsRead().kitParts ?? 0).toBe(0);
    unwrap(await again.edit(kitNumber(1).id, (kit) => ok({ ...kit, title: aKit().title })));
    expect(unwrap(await again.draftMarks()).drafts).toEqual([]);
  });
});

describe("the row of a kit in the list", () => {
  it("says after a start what the parts say, where the power failed between the two", async () => {
    const disk = createFaultyStorage(getRxStorageMemory());
    const made = createStoreBench(disk.storage);
    bench = made;
    const { kits } = await made.open({ collections });
    for (const number of [0, 1]) unwrap(await kits.add(kitNumber(number)));
    const before = await whenReady(kits.list);
    disk.cutPowerAfter(1);
    const edited = await kits.edit(kitNumber(0).id, (kit) => ok({ ...kit, title: "Lab Lead" }));
    expect(edited.ok).toBe(false);
    disk.cutPowerAfter(null);
    const after = await whenReady((await made.open({ collections })).kits.list);
    const rowOf = (rows: typeof after, number: number) => rows.find(({ id }) => id === kitNumber(number).id);
    expect(rowOf(after, 0)?.title).toBe("Lab Lead");
    expect(rowOf(after, 0)?.stamp).not.toBe(rowOf(before, 0)?.stamp);
    expect(rowOf(after, 1)).toEqual(rowOf(before, 1));
  });

  it("says after a start that a version is published, where the power failed before the row was written", async () => {
    const disk = createFaultyStorage(getRxStorageMemory());
    const made = createStoreBench(disk.storage);
    bench = made;
    const { kits } = await made.open({ collections });
    unwrap(await kits.add(kitNumber(0)));
    await publish(kits, 0);
    const draft = unwrap(await kits.edit(kitNumber(0).id, (kit) => ok({ ...kit, title: "Lab Lead" })));
    const kitRoot = aHash(hashSchema, "root of the second");
    unwrap(await kits.freeze({ kitRoot, kitId: draft.id, version: 2, parts: [...kitToParts(draft)] }));
    expect(unwrap(await kits.draftMarks()).drafts).toEqual([draft.id]);
    const day = (await whenReady(kits.list))[0]?.updatedAt;
    disk.cutPowerAfter(1);
    const about = { kitId: draft.id, version: 2, kitRoot, note: "", publishedAt: "2026-11-24T09:00:00.000Z" };
    expect((await kits.publish(about)).ok).toBe(false);
    disk.cutPowerAfter(null);
    const again = (await made.open({ collections })).kits;
    expect(await whenReady(again.list)).toMatchObject([{ version: 2, updatedAt: day }]);
    expect(unwrap(await again.draftMarks())).toEqual({ drafts: [], unsaid: [] });
  });

  it("keeps its day where its parts were only brought back", async () => {
    const made = createStoreBench(getRxStorageMemory());
    bench = made;
    const { kits } = await made.open({ collections });
    unwrap(await kits.add(kitNumber(0)));
    const before = await whenReady(kits.list);
    await made.withDatabase(async ({ collections: { kitParts } }) => {
      for (const row of (await kitParts?.find().exec()) ?? []) await row.incrementalPatch({ text: row.text });
    });
    expect(await whenReady((await made.open({ collections })).kits.list)).toEqual(before);
  });

  it("keeps its day where an earlier program wrote it, which did not say what the parts say", async () => {
    const made = createStoreBench(getRxStorageMemory());
    bench = made;
    const { kits } = await made.open({ collections });
    unwrap(await kits.add(kitNumber(0)));
    const [before] = await whenReady(kits.list);
    await made.withDatabase(async ({ collections: { kits: rows, kitParts } }) => {
      await rows?.findOne(kitNumber(0).id).incrementalModify(({ stamp, ...row }) => row);
      for (const row of (await kitParts?.find().exec()) ?? []) await row.incrementalPatch({ text: row.text });
    });
    expect(await whenReady((await made.open({ collections })).kits.list)).toEqual([before]);
  });
});
