import { describe, expect, it } from "vitest";
import { debriefMatrix } from "../../../../src/domain/debrief/matrix";
import { movementsOf } from "../../../../src/domain/debrief/movement";
import { hashSchema } from "../../../../src/domain/ids";
import type { SecondRating } from "../../../../src/domain/loop/debrief-words";
import { aHash } from "../../../support/builders/ids";
import { aCard, aRecord, aRecordCard, aSlot, noon, personId } from "../../../support/builders/record";
import { samples } from "../../../support/sealing/debrief-entries";

const slot = aSlot("bench", ["ana", "ben", "cleo"]);
const cards = [
  aRecordCard(aCard(slot, "ana", { "q-samples": 1 })),
  aRecordCard(aCard(slot, "ben", { "q-samples": 3 })),
  aRecordCard(aCard(slot, "cleo", { "q-samples": 4 }, { overall: { kind: "call", call: "strongNo" } })),
];
const item = { kind: "competency", competencyId: samples } as const;
const second = (name: string, value: number, overrides: Partial<SecondRating> = {}): SecondRating => ({
  hash: aHash(hashSchema, `${name}-${value}`),
  personId: personId(name),
  at: noon,
  item,
  value,
  reason: "heard it",
  replaced: false,
  ...overrides,
});
const moved = (...secondRatings: SecondRating[]) => movementsOf(aRecord(cards, [slot], { secondRatings }));

describe("who moved in the discussion", () => {
  it("and towards whom: Ana's 1 became a 3, the others' median is 3.5", () => {
    expect(moved(second("ana", 3))).toMatchObject([
      { from: 1, to: 3, others: 3.5, way: "towards", closerTo: [personId("ben"), personId("cleo")] },
    ]);
  });

  it("away from the others, without leaving anybody", () => {
    expect(moved(second("ben", 4))).toMatchObject([{ from: 3, to: 4, others: 2.5, way: "away" }]);
    expect(moved(second("ben", 4))[0]?.closerTo).toEqual([personId("cleo")]);
  });

  it("and who says again what they said first stayed", () => {
    expect(moved(second("cleo", 4))).toMatchObject([{ way: "stayed", closerTo: [] }]);
  });

  it("counts what stands only, of people who rated the item, on its scale", () => {
    expect(moved(second("ana", 2, { replaced: true }))).toEqual([]);
    expect(moved(second("dora", 2))).toEqual([]);
    expect(moved(second("ana", 5))).toEqual([]);
  });

  it("works on the overall call, from 1 for a strong no to 4 for a strong yes", () => {
    expect(moved(second("cleo", 3, { item: { kind: "overall" } }))).toMatchObject([
      { from: 1, to: 3, others: 3, way: "towards" },
    ]);
  });

  it("changes no number: they are of first ratings", () => {
    const record = aRecord(cards, [slot], { secondRatings: [second("ana", 4)] });
    expect(debriefMatrix(record)).toEqual(debriefMatrix(aRecord(cards, [slot])));
  });
});
