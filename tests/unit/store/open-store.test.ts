import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { openStore, type Store } from "../../../src/store/open-store";
import type { LoopPersistence } from "../../../src/sync/persistence/loop-persistence";
import { loopId } from "../../support/builders/record";
import { createStoreBench, type StoreBench } from "../../support/store/store-bench";
import { whenReady } from "../../support/store/when-ready";

let benches: StoreBench[] = [];
beforeEach(() => {
  benches = [];
});
afterEach(async () => {
  for (const bench of benches) await bench.close();
});
const newBench = (): StoreBench => {
  const bench = createStoreBench(getRxStorageMemory());
  benches.push(bench);
  return bench;
};
const maren = { name: "Maren", contact: "", kitId: null };

describe("two stores at the same time", () => {
  it("know nothing of each other", async () => {
    const collections = ["candidates"] as const;
    const [one, other] = await Promise.all([
      newBench().open({ collections }),
      newBench().open({ collections }),
    ]);
    unwrap(await one.candidates.add(maren));
    expect(await whenReady(one.candidates.list)).toHaveLength(1);
    expect(await whenReady(other.candidates.list)).toEqual([]);
  });

  it("of one name are refused: the second finds the first one open", async () => {
    const bench = newBench();
    await bench.open();
    const { storage, name, subjectKeys } = bench;
    const second = await openStore({ storage, name, subjectKeys, now: () => "" as never, newId: () => "" });
    expect(second).toEqual({ ok: false, error: { type: "openFailed", reason: "DB8" } });
  });
});

describe("a store that was opened without a collection", () => {
  it("throws where that one is used, since that is a bug", async () => {
    const { loops } = await newBench().open({ collections: ["candidates"] });
    await expect(loops.one(loopId)).rejects.toThrow("opened without loops");
  });
});

describe("opening", () => {
  it("says that it opens", async () => {
    const steps: unknown[] = [];
    await newBench().open({ onProgress: (progress) => steps.push(progress) });
    expect(steps).toEqual([{ step: "opening" }]);
  });
});

describe("the update log of loops", () => {
  it("has the shape the sync wants, which the compiler checks", async () => {
    const joined = (store: Store): LoopPersistence => store.loopUpdates;
    expect(joined(await newBench().open())).toHaveProperty("compact");
  });
});
