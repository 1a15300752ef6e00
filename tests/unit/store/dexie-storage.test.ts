import { IDBDatabase, IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { unwrap } from "../../../src/domain/result";
import { createDexieStorage } from "../../../src/store/dexie-storage";
import { createStoreBench } from "../../support/store/store-bench";

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
});
