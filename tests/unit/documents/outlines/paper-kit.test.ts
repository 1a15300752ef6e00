import { describe, expect, it } from "vitest";
import { packOutline } from "../../../../src/documents/outlines/pack";
import { questionById } from "../../../../src/domain/kit/lookup";
import { closedDisclosure } from "../../../../src/domain/record/audiences";
import { noon } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";

const facts = { recordHash: "", generatedAt: noon, disclosure: closedDisclosure, otherCandidates: [] };

describe("the loop kit for paper", () => {
  it("has lines across the page under each question, which a prep card of one sheet has no room for", () => {
    const record = aDecidedRecord();
    const { body } = packOutline(record, "paperKit", facts);
    const [first] = record.plan.slots;
    const prompts = (first?.questionIds ?? []).map((id) => questionById(record.kit, id).prompt);
    expect(prompts.length).toBeGreaterThan(0);
    for (const [index, prompt] of prompts.entries()) {
      const at = body.findIndex(
        (block) => block.kind === "heading" && block.text === `${index + 1}. ${prompt}`,
      );
      expect(body.slice(at + 1, at + 4).map(({ kind }) => kind)).toEqual([
        "paragraph",
        "paragraph",
        "writingLines",
      ]);
    }
  });

  it("names the person on every sheet, so that the contents tell the sheets of one slot apart", () => {
    const { body } = packOutline(aDecidedRecord(), "paperKit", facts);
    const sheets = body.flatMap((block) =>
      block.kind === "heading" && block.level === 1 ? [block.text] : [],
    );
    expect(sheets).toEqual([
      "The day",
      "Bench interview: Ana Brandt",
      "Simulation: Ana Brandt",
      "Bench interview: Ben Sato",
      "Simulation: Ben Sato",
      "Bench interview: Cleo Tran",
    ]);
  });
});
