import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/domain/result";
import type { Store } from "../../../../src/store/open-store";
import { aKit } from "../../../support/builders/kit";
import { aCard, aSlot, loopId } from "../../../support/builders/record";
import { createFaultyStorage, type FaultyStorage } from "../../../support/store/faulty-storage";
import { createStoreBench, type StoreBench } from "../../../support/store/store-bench";
import { whenReady } from "../../../support/store/when-ready";

const slot = aSlot("bench", ["ana"]);
const draft = (takeaway: string) => aCard(slot, "ana", { "q-samples": 3 }, { takeaway });
const maren = { name: "Maren", contact: "", kitId: null };

let disk: FaultyStorage;
let bench: StoreBench;
const openLoop = async (): Promise<Store> => {
  const store = await bench.open();
  unwrap(await store.openSubject(loopId, "create"));
  return store;
};
const startOver = () => {
  disk = createFaultyStorage(getRxStorageMemory());
  bench = createStoreBench(disk.storage);
};
beforeEach(startOver);
afterEach(() => bench.close());

describe("a full disk", () => {
  it("fails the write that met it as diskFull and the ones after as storeClosed", async () => {
    const { candidates, health } = await bench.open();
    disk.fillDisk();
    expect(await candidates.add(maren)).toEqual({ ok: false, error: { type: "diskFull" } });
    expect(health.get()).toEqual({ state: "broken", error: { type: "diskFull" } });
    expect(await candidates.add(maren)).toEqual({ ok: false, error: { type: "storeClosed" } });
  });

  it("is over once there is room and the store was reopened; a list that was listened to goes on", async () => {
    const { candidates, reopen, health } = await bench.open();
    unwrap(await candidates.add(maren));
    const undo = candidates.list.subscribe(() => undefined);
    disk.fillDisk();
    await candidates.add(maren);
    disk.freeDisk();
    unwrap(await reopen());
    expect(health.get()).toEqual({ state: "open" });
    unwrap(await candidates.add({ ...maren, name: "Tomás" }));
    expect(await whenReady(candidates.list, (list) => list.length === 2)).toHaveLength(2);
    undo();
  });

  it("shows a draft as failed with the card still there, and writes it by itself after the reopening", async () => {
    const { drafts, reopen } = await openLoop();
    unwrap(await drafts.save(draft("Before.")));
    disk.fillDisk();
    expect((await drafts.save(draft("During."))).ok).toBe(false);
    expect((await drafts.save(draft("During it all."))).ok).toBe(false);
    const live = drafts.live(draft(""));
    expect(await whenReady(live)).toMatchObject({ save: "failed", card: { takeaway: "During it all." } });
    disk.freeDisk();
    unwrap(await reopen());
    await whenReady(live, (state) => state?.save === "saved");
    expect(unwrap(await drafts.stored(draft("")))?.card.takeaway).toBe("During it all.");
  });

  it("keeps the store broken where reopening fails too, and two calls reopen it once", async () => {
    const { candidates, reopen, health } = await bench.open();
    disk.fillDisk();
    await candidates.add(maren);
    disk.cutPowerAfter(0);
    expect(await reopen()).toMatchObject({ ok: false, error: { type: "openFailed" } });
    expect(health.get().state).toBe("broken");
    disk.cutPowerAfter(null);
    disk.freeDisk();
    const both = await Promise.all([reopen(), reopen()]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    unwrap(await candidates.add(maren));
  });
});

describe("a closed store", () => {
  it("refuses writes and does not reopen", async () => {
    const { candidates, reopen, health, close } = await bench.open();
    await close();
    expect(health.get()).toEqual({ state: "closed" });
    expect(await candidates.add(maren)).toEqual({ ok: false, error: { type: "storeClosed" } });
    expect(await reopen()).toEqual({ ok: false, error: { type: "storeClosed" } });
  });
});

/** Runs `act` again and again, the power going one write later each time, until it gets through. */
const atEveryWrite = async (
  act: (store: Store) => Promise<boolean>,
  check: (done: boolean) => Promise<void>,
) => {
  for (let writes = 0; writes < 60; writes += 1) {
    startOver();
    const store = await openLoop();
    disk.cutPowerAfter(writes);
    const done = await act(store);
    await bench.close();
    disk.cutPowerAfter(null);
    await check(done);
    await bench.close();
    if (done) return writes;
  }
  throw new Error("it never got through");
};

describe("a machine that stops at whatever write", () => {
  it("keeps every draft whose save resolved", async () => {
    let resolved = "";
    const survived = await atEveryWrite(
      async ({ drafts }) => {
        resolved = "";
        for (const takeaway of ["One.", "Two.", "Three."]) {
          if (!(await drafts.save(draft(takeaway))).ok) return false;
          resolved = takeaway;
        }
        return true;
      },
      async () => {
        const { drafts } = await bench.open();
        expect(unwrap(await drafts.stored(draft("")))?.card.takeaway ?? "").toBe(resolved);
      },
    );
    expect(survived).toBeGreaterThanOrEqual(3);
  });

  it("leaves a kit that was being added either whole and listed, or not there", async () => {
    const kit = aKit();
    const survived = await atEveryWrite(
      async ({ kits }) => (await kits.add(kit)).ok,
      async (done) => {
        const { kits } = await bench.open();
        const listed = await whenReady(kits.list);
        const found = await kits.one(kit.id);
        expect(listed.map(({ id }) => id)).toEqual(found.ok ? [kit.id] : []);
        if (done) expect(found).toEqual({ ok: true, value: kit });
      },
    );
    expect(survived).toBe(2);
  });

  it("loses no update of a loop that was being compacted", async () => {
    await atEveryWrite(
      async ({ loopUpdates }) => {
        if (!(await loopUpdates.append(loopId, Uint8Array.of(1))).ok) return false;
        if (!(await loopUpdates.append(loopId, Uint8Array.of(2))).ok) return false;
        return (await loopUpdates.compact(loopId, Uint8Array.of(1, 2))).ok;
      },
      async (done) => {
        const { updates } = unwrap(await (await bench.open()).loopUpdates.load(loopId));
        const found = updates.map((update) => update.join());
        const possible = [[], ["1"], ["1", "2"], ["1", "2", "1,2"], ["1,2"]];
        expect(possible).toContainEqual(found);
        if (done) expect(found).toEqual(["1,2"]);
      },
    );
  });
});
