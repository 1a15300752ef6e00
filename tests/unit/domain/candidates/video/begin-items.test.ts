import { describe, expect, it } from "vitest";
import {
  answersOf,
  answerTo,
  usualQuestions,
  videoItemsOf,
} from "../../../../../src/domain/candidates/video/begin-items";
import { beginVideoReview } from "../../../../../src/domain/candidates/video/video-acts";
import { unwrap } from "../../../../../src/domain/result";
import { later, onDay } from "../../../../support/builders/application";
import { aKit } from "../../../../support/builders/kit";
import { anAnsweredApplication, takenEvent, twoAnswers } from "../../../../support/builders/video-review";

const kit = aKit();
const question = kit.questions[0];
if (question === undefined) throw new Error("the kit has questions");
const chosen = { why: question.id };

describe("what a video review judges", () => {
  it("is each answer beside the signs of the question that was chosen for its prompt", () => {
    const [recorded, written] = videoItemsOf(kit, anAnsweredApplication(), chosen);
    expect(recorded?.positive).toEqual(question.positive);
    expect(recorded?.negative).toEqual(question.negative);
    expect(written).toMatchObject({ promptId: "spill", questionId: null, topic: "", positive: [] });
  });

  it("is the later answer where a prompt was answered twice, and finds the one that was meant again", () => {
    const application = anAnsweredApplication();
    const [first] = twoAnswers;
    if (first === undefined) throw new Error("there are two answers");
    const twice = later(application, takenEvent(application, [{ ...first, at: onDay(9) }]));
    expect(answersOf(twice).map(({ promptId, at }) => [promptId, at])).toEqual([
      ["why", onDay(9)],
      ["spill", onDay(5)],
    ]);
    expect(answerTo(twice, { promptId: first.promptId, answeredAt: onDay(5) })).toEqual(first);
    expect(answerTo(twice, { promptId: first.promptId, answeredAt: onDay(6) })).toBeUndefined();
  });

  it("is what the latest review of another application for the role was judged by", () => {
    const application = anAnsweredApplication();
    const items = videoItemsOf(kit, application, chosen);
    const begun = unwrap(
      beginVideoReview(
        application,
        { at: onDay(6), by: "Ana" },
        { items, scale: kit.questionScale, reviewers: ["Ana"] },
      ),
    );
    expect(usualQuestions([application, begun], begun.kitId)).toEqual({ why: question.id, spill: null });
    expect(usualQuestions([application], application.kitId)).toEqual({});
  });
});
