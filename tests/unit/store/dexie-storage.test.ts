import { IDBDatabase, IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { createDexieStorage } from "../../../src/store/dexie-storage";
import { createStoreBench } from "../../support/store/store-bench";
import { whenReady } from "../../support/store/when-ready";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the store's IndexedDB", () => {
  it("writes every row with strict durability, since the browser's default may lose it in a power cut", async () => {
    const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
    const bench = createStoreBench(createDexieStorage({ indexedDB: new IDBFactory(), IDBKeyRange }));
    const { candidates } = await bench.open();
    unwrap(await candidates.add({ name: "Maren", contact: "", kitId: null }));
    await bench.close();
    const written = transactions.mock.calls.filter(([, mode]) => mode === "readwrite");
    expect(written.length).toBeGreaterThan(0);
    expect(new Set(written.map(([, , options]) => options?.durability))).toEqual(new Set(["strict"]));
  });

  /** An IndexedDB that opens nothing while its disk is full. */
  const fullable = () => {
    const indexedDB = new IDBFactory();
    const open = indexedDB.open.bind(indexedDB);
    let full = false;
    indexedDB.open = (name, version) => {
      if (full) throw new DOMException("Internal error opening backing store", "UnknownError");
      return open(name, version);
    };
    return { indexedDB, fill: (is: boolean) => (full = is) };
  };

  it("opens after openings that failed, and what was stored before is there", async () => {
    const { indexedDB, fill } = fullable();
    const bench = createStoreBench(createDexieStorage({ indexedDB, IDBKeyRange }));
    const first = await bench.open();
    unwrap(await first.candidates.add({ name: "Maren", contact: "", kitId: null }));
    await bench.close();
    fill(true);
    await expect(bench.open()).rejects.toThrow();
    await expect(bench.open()).rejects.toThrow();
    fill(false);
    const { candidates } = await bench.open();
    expect((await whenReady(candidates.list)).map(({ name }) => name)).toEqual(["Maren"]);
    await bench.close();
  });

  it("opens after an opening that failed half-way, at whichever of its databases", async () => {
    const { indexedDB } = fullable();
    const open = indexedDB.open.bind(indexedDB);
    const bench = createStoreBench(createDexieStorage({ indexedDB, IDBKeyRange }));
    await bench.open();
    await bench.close();
    let openings = 0;
    for (let limit = 1; limit <= 4; limit += 1) {
      openings = 0;
      indexedDB.open = (name, version) => {
        openings += 1;
        if (openings > limit) throw new DOMException("Internal error opening backing store", "UnknownError");
        return open(name, version);
      };
      const half = await bench.open().catch(() => null);
      if (half !== null)
        expect((await half.candidates.add({ name: "Maren", contact: "", kitId: null })).ok).toBe(false);
      await bench.close();
      indexedDB.open = open;
      const whole = await bench.open();
      unwrap(await whole.candidates.add({ name: `After ${limit}`, contact: "", kitId: null }));
      await bench.close();
    }
  });
});
