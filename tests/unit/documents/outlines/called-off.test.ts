import { describe, expect, it } from "vitest";
import { namedDocuments } from "../../../../electron/cli/pack/make-packs";
import { packOutline } from "../../../../src/documents/outlines/pack";
import { documentsFor } from "../../../../src/documents/outlines/pack-set";
import type { Slot } from "../../../../src/domain/loop/plan";
import { closedDisclosure, packAudiences } from "../../../../src/domain/record/audiences";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { aSlot, exerciseId, noon } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";

const facts = { recordHash: "", generatedAt: noon, disclosure: closedDisclosure, otherCandidates: [] };
const withSlot = (slot: Slot): LoopRecord => {
  const record = aDecidedRecord();
  return { ...record, plan: { ...record.plan, slots: [...record.plan.slots, slot] } };
};
const spill = (overrides: Partial<Slot>): Slot =>
  aSlot("Second try", ["Ana Brandt"], {
    questionIds: [],
    exerciseId: exerciseId("spill"),
    startsAt: "2026-12-24T09:30",
    ...overrides,
  });

describe("a slot that was called off", () => {
  it.each(packAudiences)("is in no pack for %s, nor is its day", (audience) => {
    const words = (record: LoopRecord) => JSON.stringify(packOutline(record, audience, facts));
    expect(words(withSlot(spill({ cancelled: true })))).toEqual(words(aDecidedRecord()));
    expect(words(withSlot(spill({})))).not.toEqual(words(aDecidedRecord()));
  });

  it.each(["candidateBrief", "prepCard"] as const)("has no %s", (audience) => {
    const of = (record: LoopRecord) => documentsFor(record, audience, facts);
    expect(of(withSlot(spill({ cancelled: true })))).toEqual(of(aDecidedRecord()));
    expect(of(withSlot(spill({})))).not.toEqual(of(aDecidedRecord()));
  });
});

describe("the files of a set", () => {
  it("have names of their own where one exercise is set in two slots", () => {
    const record = withSlot(spill({}));
    const names = namedDocuments(record, documentsFor(record, "candidateBrief", facts)).map(
      ({ name }) => name,
    );
    expect(names).toHaveLength(2);
    expect(names[1]).toBe(names[0]?.replace(".docx", " 2.docx"));
  });
});
