import { describe, expect, it } from "vitest";
import { agreementSentences } from "../../../../src/documents/outlines/agreement-words";
import { debriefMatrix } from "../../../../src/domain/debrief/matrix";
import { aCard, aRecord, aRecordCard, aSlot } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "ben"]);
const sentencesOf = (ana: number, ben: number | null): readonly string[] => {
  const cards = [aRecordCard(aCard(slot, "ana", { "q-samples": ana }))];
  if (ben !== null) cards.push(aRecordCard(aCard(slot, "ben", { "q-samples": ben })));
  return agreementSentences(debriefMatrix(aRecord(cards, [slot])));
};

describe("what the numbers say in words", () => {
  it("is nothing where nobody rated what another rated", () => {
    expect(sentencesOf(3, null)).toEqual([
      "No item has two independent ratings: nothing can be said about agreement.",
    ]);
  });

  it("is shares, and why there is no coefficient, where there are few items", () => {
    expect(sentencesOf(3, 4)).toEqual([
      "Of every two ratings of one item 0 of 100 are the same and 100 of 100 within one step (1 competency or attitude with two raters or more).",
      "A coefficient of agreement needs ten such items on which ratings differ.",
    ]);
  });
});
