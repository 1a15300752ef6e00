import { describe, expect, it } from "vitest";
import { packOutline } from "../../../../src/documents/outlines/pack";
import { closedDisclosure } from "../../../../src/domain/record/audiences";
import { noon } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";

describe("the loop kit for paper", () => {
  it("names the person on every sheet, so that the contents tell the sheets of one slot apart", () => {
    const { body } = packOutline(aDecidedRecord(), "paperKit", {
      recordHash: "",
      generatedAt: noon,
      disclosure: closedDisclosure,
      otherCandidates: [],
    });
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
