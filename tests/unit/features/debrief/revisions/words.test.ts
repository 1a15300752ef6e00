import { describe, expect, it } from "vitest";
import { questionIdSchema } from "../../../../../src/domain/ids";
import { partLines, revisionWords } from "../../../../../src/features/debrief/revisions/words";
import { aCard, aRecord, aRecordCard, aSlot } from "../../../../support/builders/record";

const slot = aSlot("bench", ["ana"]);
const base = aCard(slot, "ana", { "q-samples": 3 }, { takeaway: "Careful.", amendReason: "Two mixed up." });
const card = {
  ...base,
  answers: base.answers.map((answer) => ({
    ...answer,
    notes: [
      { atMs: null, quote: false, text: "Named the batch." },
      { atMs: null, quote: true, text: "I label first." },
    ],
  })),
};
const record = aRecord([aRecordCard(card)], [slot]);
const questionId = questionIdSchema.parse("q-samples");

describe("a revision that somebody speaks about", () => {
  it("is named with its number, that it is not counted, and why it was written", () => {
    const words = revisionWords(
      aRecordCard(card, { revision: 2, independent: false, dependence: ["laterRevision"] }),
    );
    expect(words).toMatch(/^Revision 2, sealed .+, not counted · changed because: Two mixed up\.$/);
  });

  it("is named as set aside, and as a trainee's", () => {
    const aside = aRecordCard(card, { independent: false, dependence: ["setAside"] });
    expect(revisionWords(aside)).toContain("set aside");
    expect(revisionWords(aRecordCard(card, { shadow: true }))).toContain("a trainee’s card");
  });

  it("shows the part that is spoken about, and nothing else of it", () => {
    const entry = aRecordCard(card);
    expect(partLines(record, entry, { kind: "overall" })).toEqual(["Yes"]);
    expect(partLines(record, entry, { kind: "card" })).toEqual(["Careful."]);
    expect(partLines(record, entry, { kind: "note", questionId, index: 1 })).toEqual(["“I label first.”"]);
    expect(partLines(record, entry, { kind: "answer", questionId }).slice(1)).toEqual([
      "3 Meets",
      "Named the batch.",
      "“I label first.”",
    ]);
  });

  it("shows nothing where the revision has no such part", () => {
    const entry = aRecordCard(card);
    expect(partLines(record, entry, { kind: "exercise" })).toEqual([]);
    expect(partLines(record, entry, { kind: "note", questionId, index: 7 })).toEqual([]);
  });
});
