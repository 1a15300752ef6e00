import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/domain/result";
import { openStore } from "../../../../src/store/open-store";
import {
  countingIds,
  createStoreBench,
  type StoreBench,
  tickingClock,
} from "../../../support/store/store-bench";
import { whenReady } from "../../../support/store/when-ready";

let bench: StoreBench;
beforeEach(() => {
  bench = createStoreBench(getRxStorageMemory());
});
afterEach(() => bench.close());

const dataFormatOnDisk = async () => {
  const [row] = await bench.rawRows("settings");
  return Reflect.get(row ?? {}, "value");
};
const putDataFormat = (value: string) =>
  bench.withDatabase(async ({ collections }) => {
    await collections.settings?.upsert({ key: "dataFormat", value });
  });

describe("the number of the data format", () => {
  it("is 3 in a store of this program", async () => {
    await bench.open();
    expect(await dataFormatOnDisk()).toBe("3");
  });

  it("makes the store refuse data of a newer program instead of showing an empty library", async () => {
    unwrap(await (await bench.open()).candidates.add({ name: "Maren", contact: "", kitId: null }));
    await putDataFormat("4");
    const options = { now: tickingClock(), newId: countingIds(), subjectKeys: bench.subjectKeys };
    const refused = await openStore({ storage: bench.storage, name: bench.name, ...options });
    expect(refused).toEqual({ ok: false, error: { type: "newerData", found: 4, known: 3 } });
  });

  it("is left alone by a refusal, and the name is free for the next try", async () => {
    await bench.open();
    await putDataFormat("4");
    const options = { now: tickingClock(), newId: countingIds(), subjectKeys: bench.subjectKeys };
    for (let tries = 0; tries < 2; tries += 1) {
      const refused = await openStore({ storage: bench.storage, name: bench.name, ...options });
      expect(refused.ok).toBe(false);
    }
    const onDisk = await bench.withDatabase(
      async ({ collections }) => (await collections.settings?.findOne("dataFormat").exec())?.value,
      4,
    );
    expect(onDisk).toBe("4");
  });

  it("cannot be reached as a setting", async () => {
    const { settings, candidates } = await bench.open();
    const forged = { key: "dataFormat", schema: { safeParse: () => undefined } };
    await expect(settings.put(forged as never, 9 as never)).rejects.toThrow("belongs to the store");
    expect(await whenReady(candidates.list)).toEqual([]);
  });
});
