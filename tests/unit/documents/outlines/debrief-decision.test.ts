import { describe, expect, it } from "vitest";
import { decisionSection } from "../../../../src/documents/outlines/debrief-decision";
import type { Decision } from "../../../../src/domain/debrief/decision";
import { exerciseId, personId } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";

const record = aDecidedRecord();
const printed = (changed: Partial<Decision>): string => {
  if (record.decision === null) throw new Error("the record is decided");
  return JSON.stringify(decisionSection({ ...record, decision: { ...record.decision, ...changed } }));
};
const facts = (changed: Partial<Decision>): readonly (readonly [string, string])[] => {
  if (record.decision === null) throw new Error("the record is decided");
  const blocks = decisionSection({ ...record, decision: { ...record.decision, ...changed } });
  return blocks.flatMap((block) => (block.kind === "facts" ? block.rows : [])) as [string, string][];
};

describe("the decision's page", () => {
  it("names everything the reason rests on, whatever kind of item it is", () => {
    const words = printed({
      evidence: [
        {
          envelopeHash: null,
          competencyId: null,
          item: { kind: "exercise", exerciseId: exerciseId("spill") },
        },
        { envelopeHash: null, competencyId: null, item: { kind: "overall" } },
      ],
    });
    const title = record.kit.exercises.find(({ id }) => id === "spill")?.title;
    expect(title).toBeTruthy();
    expect(words).toContain(`${title}, Overall call`);
  });

  it("names who was there where that was recorded, and has no such row where it was not", () => {
    const present = [personId("Ana Brandt"), personId("Cleo Tran")];
    expect(facts({ present })).toContainEqual(["Present", "Ana Brandt, Cleo Tran"]);
    expect(facts({}).some(([name]) => name === "Present")).toBe(false);
  });
});
