import { describe, expect, it } from "vitest";
import {
  blankJudgement,
  compareVideoReviews,
  type VideoJudgement,
  type VideoReview,
  withNote,
  withSign,
} from "../../../../../src/domain/candidates/video/video-review";
import { indicatorIdSchema } from "../../../../../src/domain/ids";
import { onDay } from "../../../../support/builders/application";
import { itemId } from "../../../../support/builders/application-script";
import { aJudgement, bothRated, twoItems } from "../../../../support/builders/video-review";

const review = (reviewer: string, judgements: readonly VideoJudgement[]): VideoReview => ({
  reviewer,
  at: onDay(6),
  judgements: [...judgements],
});

describe("two video reviews", () => {
  it("agree on an answer where both rated the same, and differ where only one could rate it", () => {
    const absent = {
      ...aJudgement(itemId("spill"), 2),
      rating: { kind: "absent", reason: "notObserved" } as const,
    };
    const compared = compareVideoReviews(twoItems, [
      review("Ana", bothRated(3, 2)),
      review("Ben", [aJudgement(itemId("why"), 3), absent]),
    ]);
    expect(compared.map(({ agreed }) => agreed)).toEqual([true, false]);
  });

  it("have nothing to agree on where only one is in", () => {
    const compared = compareVideoReviews(twoItems, [review("Ana", bothRated(3, 2))]);
    expect(compared.map(({ agreed }) => agreed)).toEqual([null, null]);
  });

  it("show each sign that somebody saw with who saw it, and the notes of both in the order of the recording", () => {
    const saw = (signs: readonly string[], seconds: readonly number[]) => [
      aJudgement(itemId("why"), 3, {
        signs: signs.map((one) => indicatorIdSchema.parse(one)),
        notes: seconds.map((at) => ({ seconds: at, text: `at ${at}` })),
      }),
    ];
    const [compared] = compareVideoReviews(twoItems, [
      review("Ana", saw(["own-example", "blames"], [4, 40])),
      review("Ben", saw(["own-example"], [12])),
    ]);
    expect(compared?.signs.map(({ id, side, by, agreed }) => [id, side, by, agreed])).toEqual([
      ["own-example", "positive", ["Ana", "Ben"], true],
      ["blames", "negative", ["Ana"], false],
    ]);
    expect(compared?.notes.map(({ reviewer, seconds }) => [reviewer, seconds])).toEqual([
      ["Ana", 4],
      ["Ben", 12],
      ["Ana", 40],
    ]);
  });
});

describe("a judgement in progress", () => {
  const blank = blankJudgement(itemId("why"));

  it("has its notes in the order of the recording, whenever they were written", () => {
    const late = withNote(withNote(blank, { seconds: 30, text: "late" }), { seconds: 5, text: "early" });
    expect(late.notes.map(({ text }) => text)).toEqual(["early", "late"]);
  });

  it("has one empty note at a second, and no more notes than are kept", () => {
    const once = withNote(blank, { seconds: 3, text: "" });
    expect(withNote(once, { seconds: 3, text: "" })).toBe(once);
    expect(withNote(once, { seconds: 4, text: "" }).notes).toHaveLength(2);
    const full = {
      ...blank,
      notes: Array.from({ length: 200 }, (_, seconds) => ({ seconds, text: "seen" })),
    };
    expect(withNote(full, { seconds: 9, text: "more" })).toBe(full);
  });

  it("loses a sign that is ticked a second time", () => {
    const id = indicatorIdSchema.parse("asks");
    expect(withSign(blank, id).signs).toEqual([id]);
    expect(withSign(withSign(blank, id), id).signs).toEqual([]);
  });
});
