import { describe, expect, it } from "vitest";
import type { Card } from "../../../../src/domain/card/card";
import {
  addNote,
  changeNote,
  markQuestion,
  rateItem,
  tickIndicator,
} from "../../../../src/domain/card/change-card";
import { cardProgress, checkCard } from "../../../../src/domain/card/check-card";
import { isEvidenceMissing } from "../../../../src/domain/card/evidence";
import { newCard } from "../../../../src/domain/card/new-card";
import { indicatorIdSchema, questionIdSchema } from "../../../../src/domain/ids";
import { defaultQuestionScale } from "../../../../src/domain/kit/scale";
import { unwrap } from "../../../../src/domain/result";
import { aKit } from "../../../support/builders/kit";
import { aCard, aSlot, kitRoot, loopId, noon, personId } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana"]);
const question = questionIdSchema.parse("q-samples");
const item = { kind: "question", questionId: question } as const;
const freely = { evidenceRequired: false };
const blank = (): Card => newCard(slot, { loopId, personId: personId("ana"), kitRoot }, noon);
const answerOf = (card: Card) => card.answers.find((answer) => answer.questionId === question);
const rate = (card: Card, value: number) =>
  rateItem(card, item, { kind: "rated", value }, defaultQuestionScale, null);
const findings = (card: Card) => checkCard(card, aKit(), slot, freely).map((finding) => finding.type);

describe("rating", () => {
  it("takes a point of the scale and marks an open question as asked", () => {
    expect(answerOf(unwrap(rate(blank(), 3)))).toMatchObject({
      state: "asked",
      rating: { kind: "rated", value: 3 },
    });
  });

  it("refuses a value the scale does not have", () => {
    expect(rate(blank(), 5)).toEqual({ ok: false, error: { type: "notOnScale", value: 5, points: 4 } });
  });

  it("refuses a question that is not on the card", () => {
    const other = { kind: "question", questionId: questionIdSchema.parse("q-other") } as const;
    expect(rateItem(blank(), other, { kind: "rated", value: 2 }, defaultQuestionScale, null).ok).toBe(false);
  });

  it("leaves a question that was prompted marked as prompted", () => {
    const prompted = unwrap(markQuestion(blank(), question, "prompted", null));
    expect(answerOf(unwrap(rate(prompted, 2)))?.state).toBe("prompted");
  });
});

describe("not asking a question", () => {
  it("turns its rating into an absence, and asking it after all takes the absence back", () => {
    const skipped = unwrap(markQuestion(unwrap(rate(blank(), 3)), question, "skippedForTime", null));
    expect(answerOf(skipped)?.rating).toEqual({ kind: "absent", reason: "notAsked" });
    expect(answerOf(unwrap(markQuestion(skipped, question, "asked", null)))?.rating).toEqual({
      kind: "blank",
    });
  });

  it("keeps the notes that were written", () => {
    const noted = unwrap(addNote(blank(), item, { atMs: 5000, quote: false, text: "Asked for time." }));
    expect(answerOf(unwrap(markQuestion(noted, question, "notAsked", null)))?.notes).toHaveLength(1);
  });
});

describe("the time of a question", () => {
  const askedAt = (card: Card): number | null | undefined => answerOf(card)?.askedAtMs;

  it("is when it was first marked as put, and stays when it was prompted later", () => {
    const asked = unwrap(markQuestion(blank(), question, "asked", 61_000));
    expect(askedAt(asked)).toBe(61_000);
    expect(askedAt(unwrap(markQuestion(asked, question, "prompted", 95_000)))).toBe(61_000);
  });

  it("is when it was rated, where nobody had marked it before", () => {
    const rated = rateItem(blank(), item, { kind: "rated", value: 2 }, defaultQuestionScale, 7_000);
    expect(askedAt(unwrap(rated))).toBe(7_000);
  });

  it("goes where the question was not put after all", () => {
    const asked = unwrap(markQuestion(blank(), question, "asked", 61_000));
    expect(askedAt(unwrap(markQuestion(asked, question, "skippedForTime", 70_000)))).toBeNull();
    expect(askedAt(unwrap(markQuestion(asked, question, "open", 70_000)))).toBeNull();
  });
});

describe("evidence", () => {
  const sign = indicatorIdSchema.parse("q-samples-good-1");

  it("holds one tick per indicator, the last one wins, and null takes it away", () => {
    const seen = unwrap(tickIndicator(blank(), item, sign, "seen"));
    const opposite = unwrap(tickIndicator(seen, item, sign, "opposite"));
    expect(answerOf(opposite)?.ticks).toEqual([{ indicatorId: sign, seen: "opposite" }]);
    expect(answerOf(unwrap(tickIndicator(opposite, item, sign, null)))?.ticks).toEqual([]);
  });

  it("removes a note that was emptied and refuses one that is not there", () => {
    const note = { atMs: null, quote: true, text: "I wrote it down twice." };
    const noted = unwrap(addNote(blank(), item, note));
    expect(answerOf(unwrap(changeNote(noted, item, 0, { ...note, text: "" })))?.notes).toEqual([]);
    expect(changeNote(noted, item, 1, note)).toEqual({ ok: false, error: { type: "noSuchNote", index: 1 } });
  });
});

describe("a rating without evidence", () => {
  const bare = aCard(slot, "ana", { "q-samples": 3 });
  const blocking = (card: Card, evidenceRequired: boolean) =>
    checkCard(card, aKit(), slot, { evidenceRequired })
      .filter(({ blocks }) => blocks)
      .map(({ type }) => type);

  it("keeps the card from being sealed only where the panel agreed on that", () => {
    expect(blocking(bare, false)).toEqual([]);
    expect(blocking(bare, true)).toEqual(["noEvidence"]);
  });

  it("is found without the kit too, for the laptop that makes the seal", () => {
    const required = { evidenceRequired: true };
    expect(isEvidenceMissing(bare, required)).toBe(true);
    expect(isEvidenceMissing(bare, freely)).toBe(false);
    expect(isEvidenceMissing(bare, null)).toBe(false);
    const note = unwrap(addNote(bare, item, { atMs: null, quote: false, text: "Two racks." }));
    expect(isEvidenceMissing(note, required)).toBe(false);
    expect(isEvidenceMissing(aCard(slot, "ana", {}), required)).toBe(false);
  });

  it("has it once there is a tick or a written note; blanks in a note are none", () => {
    const note = (text: string) => unwrap(addNote(bare, item, { atMs: null, quote: false, text }));
    expect(blocking(note("Two racks."), true)).toEqual([]);
    expect(blocking(note("  \n"), true)).toEqual(["noEvidence"]);
    const sign = indicatorIdSchema.parse("q-samples-good-1");
    expect(blocking(unwrap(tickIndicator(bare, item, sign, "seen")), true)).toEqual([]);
  });
});

describe("the check before sealing", () => {
  const rated = { "q-samples": 3, "q-instruments": 3, "q-candour": 2 };

  it("blocks only on a missing overall call", () => {
    const card = aCard(slot, "ana", rated, { overall: { kind: "blank" } });
    expect(checkCard(card, aKit(), slot, freely).filter((finding) => finding.blocks)).toEqual([
      { type: "overallMissing", item: null, blocks: true },
    ]);
    expect(checkCard(aCard(slot, "ana", rated), aKit(), slot, freely).some((finding) => finding.blocks)).toBe(
      false,
    );
  });

  it("names blanks, and ratings without evidence", () => {
    expect(findings(aCard(slot, "ana", { "q-samples": 3 }))).toEqual([
      "noEvidence",
      "blank",
      "blank",
      "takeawayMissing",
    ]);
    expect(findings(aCard(slot, "ana", {}, { takeaway: "Thin on numbers." }))).not.toContain(
      "takeawayMissing",
    );
  });

  it("names a top rating that stands on warning signs only", () => {
    const tick = (id: string) =>
      unwrap(
        tickIndicator(
          unwrap(
            rateItem(aCard(slot, "ana", {}), item, { kind: "rated", value: 4 }, defaultQuestionScale, null),
          ),
          item,
          indicatorIdSchema.parse(id),
          "seen",
        ),
      );
    expect(findings(tick("q-samples-warn-1"))).toContain("contradiction");
    expect(findings(tick("q-samples-good-1"))).not.toContain("contradiction");
  });

  const ratedWith = (value: number, sign: string, quote: boolean) => {
    const start = unwrap(
      rateItem(aCard(slot, "ana", {}), item, { kind: "rated", value }, defaultQuestionScale, null),
    );
    const noted = unwrap(addNote(start, item, { atMs: null, quote, text: "I count them first." }));
    return findings(unwrap(tickIndicator(noted, item, indicatorIdSchema.parse(sign), "seen")));
  };

  it("names a bottom rating that stands on good signs only", () => {
    expect(ratedWith(1, "q-samples-good-1", true)).toContain("contradiction");
    expect(ratedWith(1, "q-samples-warn-1", true)).not.toContain("contradiction");
  });

  it("names the ends of the scale where nothing the candidate said was kept, and nothing between them", () => {
    expect(ratedWith(4, "q-samples-good-1", false)).toContain("extremeWithoutQuote");
    expect(ratedWith(1, "q-samples-warn-1", false)).toContain("extremeWithoutQuote");
    expect(ratedWith(4, "q-samples-good-1", true)).not.toContain("extremeWithoutQuote");
    expect(ratedWith(3, "q-samples-good-1", false)).not.toContain("extremeWithoutQuote");
  });

  it("takes no decision without a reason for a missing call", () => {
    const blocks = (reason: string) =>
      checkCard(
        aCard(slot, "ana", rated, { overall: { kind: "noDecision", reason } }),
        aKit(),
        slot,
        freely,
      ).some((finding) => finding.blocks);
    expect(blocks("  ")).toBe(true);
    expect(blocks("He left after ten minutes.")).toBe(false);
  });

  it("asks about six equal ratings, not about five", () => {
    const answers = (count: number) =>
      Array.from({ length: count }, () => ({
        ...aCard(slot, "ana", { "q-samples": 3 }).answers[0],
      })) as Card["answers"];
    expect(findings(aCard(slot, "ana", {}, { answers: answers(6) }))).toContain("straightLined");
    expect(findings(aCard(slot, "ana", {}, { answers: answers(5) }))).not.toContain("straightLined");
  });

  it("counts an absence as answered and a blank as not", () => {
    const card = aCard(slot, "ana", {
      "q-samples": 3,
      "q-candour": { kind: "absent", reason: "notObserved" },
    });
    expect(cardProgress(card)).toEqual({ answered: 2, of: 3 });
  });
});
