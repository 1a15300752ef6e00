import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { expect, it } from "vitest";
import { z } from "zod";
import { candidateIdSchema, kitIdSchema } from "../../../src/domain/ids";
import { ok, unwrap } from "../../../src/domain/result";
import { sealRow } from "../../../src/store/rows/row-cipher";
import { onDay } from "../../support/builders/application";
import { anId } from "../../support/builders/ids";
import { createStoreBench } from "../../support/store/store-bench";

/** A candidate as version 1 wrote one. Kept for ever. */
const older = {
  id: anId(candidateIdSchema, "maren"),
  name: "Maren Okafor",
  contact: "maren@example.org",
  kitId: anId(kitIdSchema, "kit"),
  createdAt: onDay(2),
};

it("a candidate that version 1 stored opens, and is written on as the newer version", async () => {
  const bench = createStoreBench(getRxStorageMemory());
  const place = { id: older.id, subjectId: older.id, day: "2026-11-02" };
  const format = {
    collection: "candidates",
    kind: "candidate",
    v: 1,
    schema: z.unknown(),
    upgrades: {},
  } as const;
  const key = unwrap(await bench.subjectKeys.create(older.id));
  await (await bench.open()).close();
  await bench.putRawRow("candidates", await sealRow(format, key, place, older));
  const store = await bench.open();
  expect(unwrap(await store.candidates.all())).toEqual([{ ...older, sameness: [] }]);
  unwrap(await store.candidates.edit(older.id, (one) => ok({ ...one, contact: "" })));
  expect(unwrap(await store.candidates.one(older.id))).toEqual({ ...older, contact: "", sameness: [] });
  expect(await bench.rawRows("candidates")).toMatchObject([{ v: 2 }]);
  await bench.close();
});
