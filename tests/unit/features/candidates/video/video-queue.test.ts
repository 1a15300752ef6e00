import { describe, expect, it } from "vitest";
import { beginVideoReview, handInVideoReview } from "../../../../../src/domain/candidates/video/video-acts";
import { applicationIdSchema } from "../../../../../src/domain/ids";
import { defaultQuestionScale } from "../../../../../src/domain/kit/scale";
import { unwrap } from "../../../../../src/domain/result";
import {
  nextToReview,
  videoTaskOf,
  withAnswers,
} from "../../../../../src/features/candidates/video/video-queue";
import { anApplication, onDay } from "../../../../support/builders/application";
import { anId } from "../../../../support/builders/ids";
import { anAnsweredApplication, bothRated, twoItems } from "../../../../support/builders/video-review";

const ana = { at: onDay(6), by: "Ana" };
const ben = { at: onDay(7), by: "Ben" };
const beginning = { items: twoItems, scale: defaultQuestionScale, reviewers: ["Ana", "Ben"] };
const begun = (name: string) => ({
  ...unwrap(beginVideoReview(anAnsweredApplication(), ana, beginning)),
  id: anId(applicationIdSchema, name),
});

describe("what answers ask of a reviewer", () => {
  it("is to begin, to review, to wait and to read, and nothing of whoever is not named", () => {
    const application = begun("one");
    const anaIn = unwrap(handInVideoReview(application, ana, bothRated(1, 2)));
    const allIn = unwrap(handInVideoReview(anaIn, ben, bothRated(1, 2)));
    expect(videoTaskOf(anAnsweredApplication(), "Ana")).toBe("begin");
    expect(["Ana", "Cem"].map((name) => videoTaskOf(application, name))).toEqual(["review", "open"]);
    expect(["Ana", "Ben"].map((name) => videoTaskOf(anaIn, name))).toEqual(["wait", "review"]);
    expect(["Ana", "Cem"].map((name) => videoTaskOf(allIn, name))).toEqual(["read", "read"]);
  });

  it("is asked of the next application that waits, round to the beginning, and of none that has no answers", () => {
    const [one, two, three] = [begun("one"), begun("two"), begun("three")];
    const done = unwrap(handInVideoReview(two, ana, bothRated(1, 2)));
    expect(withAnswers([anApplication(), one])).toEqual([one]);
    expect(nextToReview([one, done, three], three.id, "Ana")).toBe(one.id);
    expect(nextToReview([one, done, three], one.id, "Ana")).toBe(three.id);
    expect(nextToReview([one, done], one.id, "Ana")).toBeNull();
  });
});
