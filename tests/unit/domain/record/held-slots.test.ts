import { describe, expect, it } from "vitest";
import { heldSlots } from "../../../../src/domain/record/held-slots";
import { aCard, aRecord, aRecordCard, aSlot } from "../../../support/builders/record";

const held = aSlot("held", ["ana"]);
const calledOff = aSlot("called off", ["ana"], { cancelled: true });
const titles = (record: Parameters<typeof heldSlots>[0]) => heldSlots(record).map(({ title }) => title);

describe("the slots that were held", () => {
  it("are those not called off", () => {
    expect(titles(aRecord([aRecordCard(aCard(held, "ana", {}))], [held, calledOff]))).toEqual(["held"]);
  });

  it("are those with a card, even where they were called off", () => {
    expect(titles(aRecord([aRecordCard(aCard(calledOff, "ana", {}))], [held, calledOff]))).toEqual([
      "held",
      "called off",
    ]);
  });
});
