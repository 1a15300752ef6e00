import { describe, expect, it } from "vitest";
import {
  agreementOf,
  compareReviews,
  type ResumeReview,
  withMark,
} from "../../../../src/domain/candidates/resume-review";
import { bothMarked, onDay, twoCriteria } from "../../../support/builders/application";

const review = (reviewer: string, first: "met" | "partly", second: "met" | "notVisible"): ResumeReview => ({
  reviewer,
  at: onDay(4),
  independent: true,
  marks: [...bothMarked(first, second)],
});

describe("two resume reviews", () => {
  it("agree on a criterion where both marked the same", () => {
    const compared = compareReviews(twoCriteria, [
      review("Ana", "met", "notVisible"),
      review("Ben", "met", "met"),
    ]);
    expect(compared.map(({ agreed }) => agreed)).toEqual([true, false]);
    expect(agreementOf(compared)).toEqual({ same: 1, of: 2 });
  });

  it("have nothing to agree on where only one is in", () => {
    const compared = compareReviews(twoCriteria, [review("Ana", "met", "met")]);
    expect(agreementOf(compared)).toEqual({ same: 0, of: 0 });
  });

  it("leave out of the agreement who could read the others first", () => {
    const third = { ...review("Cem", "partly", "met"), independent: false };
    const compared = compareReviews(twoCriteria, [
      review("Ana", "met", "met"),
      review("Ben", "met", "met"),
      third,
    ]);
    expect(agreementOf(compared)).toEqual({ same: 2, of: 2 });
  });
});

describe("a mark", () => {
  it("takes the place of the one before on the same criterion", () => {
    const [first] = bothMarked("met", "met");
    if (first === undefined) throw new Error("two marks were made");
    const again = withMark(bothMarked("met", "met"), { ...first, mark: "notMet" });
    expect(again.map(({ mark }) => mark)).toEqual(["notMet", "met"]);
  });
});
