import { describe, expect, it } from "vitest";
import { archive, hold } from "../../../../../src/domain/candidates/acts";
import { type Application, applicationSchema } from "../../../../../src/domain/candidates/application";
import { mergedEvents } from "../../../../../src/domain/candidates/hand-over/merge-events";
import { standingOf } from "../../../../../src/domain/candidates/standing";
import {
  beginVideoReview,
  excuseVideoReviewer,
  handInVideoReview,
  keepVideoReview,
} from "../../../../../src/domain/candidates/video/video-acts";
import { visibleVideoReviews } from "../../../../../src/domain/candidates/video/video-standing";
import { defaultQuestionScale } from "../../../../../src/domain/kit/scale";
import { unwrap } from "../../../../../src/domain/result";
import { onDay } from "../../../../support/builders/application";
import { anAnsweredApplication, bothRated, twoItems } from "../../../../support/builders/video-review";

const ana = { at: onDay(6), by: "Ana Torres" };
const ben = { at: onDay(7), by: "Ben Osei" };
const beginning = { items: twoItems, scale: defaultQuestionScale, reviewers: ["Ana Torres", "Ben Osei"] };

const begun = (): Application => unwrap(beginVideoReview(anAnsweredApplication(), ana, beginning));
const anaIn = (): Application => unwrap(handInVideoReview(begun(), ana, bothRated(3, 2)));

const seenBy = (application: Application, reader: string) => {
  const { video } = standingOf(application);
  if (video === null) throw new Error("the review was begun");
  return visibleVideoReviews(video, reader);
};

const met = (one: Application, other: Application): Application => ({
  ...one,
  events: mergedEvents(one.events, other.events),
});
const beganWith = (day: number, reviewers: readonly string[]) =>
  unwrap(
    beginVideoReview(anAnsweredApplication(), { at: onDay(day), by: "HR" }, { ...beginning, reviewers }),
  );

describe("a video review that two laptops began before they met", () => {
  const carlIn = () =>
    unwrap(handInVideoReview(beganWith(4, ["Carl Roe"]), { at: onDay(5), by: "Carl Roe" }, bothRated(3, 2)));

  it("waits for everybody whom either of them named, and opens nobody's review before", () => {
    const both = met(beganWith(6, ["Ana Torres", "Ben Osei"]), carlIn());
    const seen = seenBy(both, "Ana Torres");
    expect([seen.reviews, seen.hidden, seen.missing]).toEqual([[], ["Carl Roe"], ["Ana Torres", "Ben Osei"]]);
    expect(handInVideoReview(both, { ...ana, at: onDay(8) }, bothRated(3, 2)).ok).toBe(true);
    expect(standingOf(both).video?.begunApart).toBe(false);
  });

  it("does not wait again for somebody who was excused, and says where it was begun with another scale", () => {
    const excused = unwrap(excuseVideoReviewer(begun(), { at: onDay(7), by: "HR" }, "Ben Osei", "Left"));
    const other = unwrap(
      beginVideoReview(
        anAnsweredApplication(),
        { at: onDay(8), by: "HR" },
        {
          ...beginning,
          scale: defaultQuestionScale.map((point) => ({ ...point, label: `${point.label}!` })),
          reviewers: ["Ben Osei"],
        },
      ),
    );
    const both = met(excused, other);
    expect(seenBy(both, "Ana Torres").missing).toEqual(["Ana Torres"]);
    expect(standingOf(both).video?.begunApart).toBe(true);
  });

  it("keeps one to wait for where each laptop excused the other's and no review is in", () => {
    const one = unwrap(excuseVideoReviewer(begun(), { at: onDay(7), by: "HR" }, "Ben Osei", "Left"));
    const other = unwrap(excuseVideoReviewer(begun(), { at: onDay(8), by: "HR" }, "Ana Torres", "On leave"));
    for (const both of [met(one, other), met(other, one)]) {
      expect(seenBy(both, "HR").missing).toEqual(["Ana Torres"]);
      expect(handInVideoReview(both, { ...ana, at: onDay(9) }, bothRated(3, 2)).ok).toBe(true);
    }
  });
});

describe("the reviews of an application's answers", () => {
  it("are hidden from each other until everybody who was named is in, and open for everybody then", () => {
    const before = seenBy(anaIn(), "Ben Osei");
    expect([before.reviews, before.hidden, before.missing]).toEqual([[], ["Ana Torres"], ["Ben Osei"]]);
    expect(seenBy(anaIn(), "Somebody else").reviews).toEqual([]);
    expect(seenBy(anaIn(), "ana  torres").reviews.map(({ reviewer }) => reviewer)).toEqual(["Ana Torres"]);
    const after = unwrap(handInVideoReview(anaIn(), ben, bothRated(4, 2)));
    expect(seenBy(after, "Ben Osei").reviews.map(({ reviewer }) => reviewer)).toEqual([
      "Ben Osei",
      "Ana Torres",
    ]);
    expect(seenBy(after, "Somebody else").allIn).toBe(true);
  });

  it("move the application by nothing, and are what the stored shape can hold", () => {
    const after = unwrap(handInVideoReview(anaIn(), ben, bothRated(4, 2)));
    expect(standingOf(after).state).toBe("applied");
    expect(applicationSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
  });

  it("wait for nobody who was excused with a reason, but for somebody at least", () => {
    const excused = unwrap(excuseVideoReviewer(anaIn(), ana, "Ben Osei", "Left the company"));
    expect(seenBy(excused, "Somebody else").allIn).toBe(true);
    const late = handInVideoReview(excused, ben, bothRated(4, 2));
    expect(late).toEqual({ ok: false, error: { type: "notNamed" } });
    expect(excuseVideoReviewer(anaIn(), ana, "Ben Osei", " ")).toEqual({
      ok: false,
      error: { type: "reasonMissing" },
    });
    const alone = unwrap(excuseVideoReviewer(begun(), ana, "Ben Osei", "Left the company"));
    expect(excuseVideoReviewer(alone, ana, "Ana Torres", "On leave")).toEqual({
      ok: false,
      error: { type: "lastReviewer" },
    });
  });

  it("are begun once, by a named person, with answers and reviewers, on an application that is open", () => {
    const { items: _, ...rest } = beginning;
    const refusals = [
      beginVideoReview(begun(), ana, beginning),
      beginVideoReview(anAnsweredApplication(), { ...ana, by: " " }, beginning),
      beginVideoReview(anAnsweredApplication(), ana, { ...rest, items: [] }),
      beginVideoReview(anAnsweredApplication(), ana, { ...beginning, reviewers: [" "] }),
      beginVideoReview(
        unwrap(archive(anAnsweredApplication(), ana, "withdrew", "Another offer")),
        ana,
        beginning,
      ),
    ];
    expect(refusals.map((one) => (one.ok ? "done" : one.error.type))).toEqual([
      "videoBegunAlready",
      "nameMissing",
      "noAnswers",
      "noReviewers",
      "notNow",
    ]);
    const held = unwrap(hold(anAnsweredApplication(), ana, "On leave"));
    expect(standingOf(unwrap(beginVideoReview(held, ana, beginning))).state).toBe("held");
  });

  it("name a reviewer once who was written twice", () => {
    const reviewers = ["Ana Torres", "ana torres", " Ben Osei "];
    const application = unwrap(beginVideoReview(anAnsweredApplication(), ana, { ...beginning, reviewers }));
    expect(standingOf(application).video?.waited).toEqual(["Ana Torres", "Ben Osei"]);
  });
});

describe("one review", () => {
  it("is handed in once, with every answer rated or said to have nothing to rate, by somebody named", () => {
    const [first] = bothRated(3, 2);
    if (first === undefined) throw new Error("two were rated");
    const half = handInVideoReview(begun(), ana, [first]);
    expect(half).toEqual({ ok: false, error: { type: "answersUnrated", count: 1 } });
    const absent = bothRated(3, 2).map((one) => ({
      ...one,
      rating: { kind: "absent" as const, reason: "insufficientEvidence" as const },
    }));
    expect(handInVideoReview(begun(), ana, absent).ok).toBe(true);
    expect(handInVideoReview(anaIn(), ana, bothRated(1, 1))).toEqual({
      ok: false,
      error: { type: "alreadyReviewed" },
    });
    expect(handInVideoReview(begun(), { at: onDay(7), by: "Cem" }, bothRated(3, 2))).toEqual({
      ok: false,
      error: { type: "notNamed" },
    });
  });

  it("is kept while it is in progress, one for each reviewer, and no longer once it is in", () => {
    const kept = unwrap(keepVideoReview(begun(), "Ana Torres", bothRated(3, 2).slice(0, 1)));
    const both = unwrap(keepVideoReview(kept, "Ben Osei", bothRated(1, 1)));
    const again = unwrap(keepVideoReview(both, "ana torres", bothRated(4, 4)));
    expect(again.videoDrafts?.map(({ reviewer }) => reviewer)).toEqual(["Ben Osei", "ana torres"]);
    const handedIn = unwrap(handInVideoReview(again, ana, bothRated(4, 4)));
    expect(handedIn.videoDrafts?.map(({ reviewer }) => reviewer)).toEqual(["Ben Osei"]);
    expect(applicationSchema.safeParse(again).success).toBe(true);
  });
});
