import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { afterEach, describe, expect, it } from "vitest";
import type { Kit } from "../../../../src/domain/kit/kit";
import { ok, unwrap } from "../../../../src/domain/result";
import { aKit } from "../../../support/builders/kit";
import { createFaultyStorage } from "../../../support/store/faulty-storage";
import { createStoreBench, type StoreBench } from "../../../support/store/store-bench";

let bench: StoreBench | null = null;
afterEach(async () => {
  await bench?.close();
  bench = null;
});

const kit = aKit();
const without: Kit = { ...kit, questions: kit.questions.slice(1) };
const collections = ["kits", "kitParts", "kitVersions"] as const;

const anEditedKit = async () => {
  const disk = createFaultyStorage(getRxStorageMemory());
  const opened = createStoreBench(disk.storage);
  bench = opened;
  const { kits } = await opened.open({ collections });
  unwrap(await kits.add(kit));
  unwrap(await kits.edit(kit.id, () => ok(without)));
  return { disk, kits, reopened: async () => (await opened.open({ collections })).kits };
};

describe("the parts of a kit", () => {
  it("take no more writes where removed ones come back than where one text changes", async () => {
    const { disk, kits } = await anEditedKit();
    const writesOf = async (next: Kit) => {
      const before = disk.writes();
      unwrap(await kits.edit(kit.id, () => ok(next)));
      return disk.writes() - before;
    };
    const ofText = await writesOf({ ...without, title: "Lab Lead" });
    expect([await writesOf(kit), await writesOf(without), await writesOf(kit)]).toEqual([
      ofText,
      ofText,
      ofText,
    ]);
    expect(unwrap(await kits.one(kit.id))).toEqual(kit);
  });

  it.each([
    [0, without],
    [1, kit],
  ])(
    "are one whole kit where the power fails after %i writes of taking a removal back",
    async (writes, left) => {
      const { disk, kits, reopened } = await anEditedKit();
      disk.cutPowerAfter(writes);
      expect((await kits.edit(kit.id, () => ok(kit))).ok).toBe(false);
      disk.cutPowerAfter(null);
      expect(unwrap(await (await reopened()).one(kit.id))).toEqual(left);
    },
  );
});
