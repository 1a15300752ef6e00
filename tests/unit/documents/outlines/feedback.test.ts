import { describe, expect, it } from "vitest";
import { feedbackSection } from "../../../../src/documents/outlines/feedback";
import { debriefMatrix } from "../../../../src/domain/debrief/matrix";
import { indicatorIdSchema } from "../../../../src/domain/ids";
import type { LoopRecord, RecordCard } from "../../../../src/domain/record/record";
import { aCard, aRecord, aRecordCard, aSlot } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "ben"]);
const rated = (name: string, value: number, ticks: readonly string[] = []): RecordCard => {
  const card = aCard(slot, name, { "q-samples": value });
  const answers = card.answers.map((answer, index) => ({
    ...answer,
    ticks:
      index === 0
        ? ticks.map((id) => ({ indicatorId: indicatorIdSchema.parse(id), seen: "seen" as const }))
        : [],
  }));
  return aRecordCard({ ...card, answers });
};
const letter = (...cards: readonly RecordCard[]): string => {
  const record: LoopRecord = aRecord(cards, [slot]);
  return JSON.stringify(feedbackSection(record, debriefMatrix(record)));
};
const [seenSign, otherSign, warning] = [
  "Names the figure and where it came from.",
  "Says what changed afterwards.",
  "Cannot say who did what.",
];

describe("the candidate's letter", () => {
  it("under where to grow lists the good signs that nobody saw, and never a warning sign", () => {
    const words = letter(rated("ana", 1, ["q-samples-good-1", "q-samples-warn-1"]), rated("ben", 2));
    expect(words).toContain("Where to grow");
    expect(words).toContain(otherSign);
    expect(words).not.toContain(seenSign);
    expect(words).not.toContain(warning);
  });

  it("under strengths lists the good signs that somebody saw, and no other", () => {
    const words = letter(rated("ana", 3, ["q-samples-good-1"]));
    expect(words).toContain("Strengths");
    expect(words).toContain(seenSign);
    expect(words).not.toContain(otherSign);
  });

  it("calls a strength what the level asks for: a mean of 3 of four points is one, 2.5 is none", () => {
    expect(letter(rated("ana", 3), rated("ben", 3))).toContain("Strengths");
    const between = letter(rated("ana", 2), rated("ben", 3));
    expect(between).toContain("Where to grow");
    expect(between).not.toContain("Strengths");
  });

  it("says that there is no rating to feed back from where no card counts, which is not that nothing was rated", () => {
    const late = { ...rated("ana", 3), independent: false, dependence: ["sawRevealFirst" as const] };
    expect(letter(late)).toContain("There is no rating we can feed back from.");
  });
});
