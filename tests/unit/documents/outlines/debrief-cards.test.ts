import { describe, expect, it } from "vitest";
import { cardsSection } from "../../../../src/documents/outlines/debrief-cards";
import type { Answer } from "../../../../src/domain/card/card";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { aRecordCard } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";
import { aRichRecord } from "../../../support/rich-record";

/** The evidence cell of the first card's first answer, once it is this. */
const evidenceOf = (answer: Pick<Answer, "state" | "rating">): string => {
  const record = aDecidedRecord();
  const [first] = record.cards;
  if (first === undefined) throw new Error("the record has a card");
  const [asked, ...others] = first.card.answers;
  if (asked === undefined) throw new Error("the card has an answer");
  const card = { ...first.card, answers: [{ ...asked, ...answer, ticks: [], notes: [] }, ...others] };
  const blocks = cardsSection({ ...record, cards: [aRecordCard(card)] });
  const table = blocks.find((block) => block.kind === "table");
  return (table?.rows[0]?.[3]?.runs ?? []).map(({ text }) => text).join("");
};

const labelsUnder = (record: LoopRecord, heading: string): readonly string[] => {
  const blocks = cardsSection(record);
  const facts = blocks[blocks.findIndex((block) => block.kind === "heading" && block.text === heading) + 1];
  return facts?.kind === "facts" ? facts.rows.map(([label]) => label) : [];
};

describe("the cards in a pack", () => {
  it("say that nothing was written down where something was rated without evidence", () => {
    expect(evidenceOf({ state: "asked", rating: { kind: "rated", value: 2 } })).toBe(
      "No evidence was written down.",
    );
    expect(evidenceOf({ state: "asked", rating: { kind: "absent", reason: "notObserved" } })).toBe(
      "No evidence was written down.",
    );
  });

  it("say nothing of evidence for a question that was not asked", () => {
    expect(evidenceOf({ state: "skippedForTime", rating: { kind: "absent", reason: "notAsked" } })).toBe("");
  });

  it("name who typed a card in for its person, and why", () => {
    expect(labelsUnder(aRichRecord(), "Ben Sato, First Conversation")).toEqual([
      "Sealed",
      "Overall call",
      "Take-away",
      "Typed in",
      "Typed in by",
    ]);
  });

  it("have no overall call on a role player’s sheet, which rates nobody", () => {
    expect(labelsUnder(aRichRecord(), "Gita Roy, Two consultants short")).toEqual(["Sealed"]);
  });
});
