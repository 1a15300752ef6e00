import { describe, expect, it } from "vitest";
import type { Card } from "../../../../src/domain/card/card";
import { laterAnswers } from "../../../../src/domain/debrief/later-revisions";
import { debriefMatrix } from "../../../../src/domain/debrief/matrix";
import { hashSchema } from "../../../../src/domain/ids";
import type { RecordCard } from "../../../../src/domain/record/record";
import { aHash } from "../../../support/builders/ids";
import { aCard, aRecord, aRecordCard, aSlot, type Ratings } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "ben"]);

const revision = (
  number: number,
  name: string,
  ratings: Ratings,
  overrides: Partial<Card> = {},
): RecordCard =>
  aRecordCard(aCard(slot, name, ratings, overrides), {
    revision: number,
    envelopeHash: aHash(hashSchema, `${name}-${number}`),
  });

/** What later revisions of ana's card answer to the question about samples. */
const laterOf = (cards: readonly RecordCard[]) => {
  const record = aRecord(cards, [slot]);
  const first = debriefMatrix(record).rows[0]?.cells[0]?.answers[0];
  if (first === undefined) throw new Error("ana answered");
  return laterAnswers(record, first).map(({ card, answer }) => [card.revision, answer.answer.rating]);
};

const rated = (value: number) => ({ kind: "rated", value });

describe("later revisions of an answer", () => {
  const first = revision(1, "ana", { "q-samples": 2 });

  it("stand beside the first one, oldest first", () => {
    const third = revision(3, "ana", { "q-samples": 4 });
    const second = revision(2, "ana", { "q-samples": 3 });
    expect(laterOf([first, third, second])).toEqual([
      [2, rated(3)],
      [3, rated(4)],
    ]);
  });

  it("are not repeated where the revision changed something else", () => {
    const elsewhere = revision(2, "ana", { "q-samples": 2, "q-candour": 4 });
    expect(laterOf([first, elsewhere])).toEqual([]);
    const back = revision(3, "ana", { "q-samples": 3 });
    expect(laterOf([first, elsewhere, back])).toEqual([[3, rated(3)]]);
  });

  it("are of the same person", () => {
    const other = revision(2, "ben", { "q-samples": 4 });
    expect(laterOf([first, other])).toEqual([]);
  });

  it("are there too where only a note changed", () => {
    const { card } = first;
    const answers = card.answers.map((answer) => ({
      ...answer,
      notes: [{ atMs: null, quote: false, text: "The figure was the partner’s." }],
    }));
    expect(laterOf([first, revision(2, "ana", { "q-samples": 2 }, { answers })])).toEqual([[2, rated(2)]]);
  });
});
