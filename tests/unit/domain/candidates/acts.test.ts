import { describe, expect, it } from "vitest";
import {
  advance,
  answer,
  archive,
  beginScreen,
  confirmKnockOut,
  followLoop,
  handInReview,
  hold,
  keepReading,
  keepReview,
  overruleKnockOut,
  removeRecording,
  resume,
} from "../../../../src/domain/candidates/acts";
import type { Application } from "../../../../src/domain/candidates/application";
import { standingOf } from "../../../../src/domain/candidates/standing";
import { visibleReviews } from "../../../../src/domain/candidates/visible-reviews";
import { loopIdSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import {
  anAnswer,
  anApplication,
  aWording,
  bothMarked,
  onDay,
  twoCriteria,
} from "../../../support/builders/application";

const ana = { at: onDay(3), by: "Ana" };
const ben = { at: onDay(4), by: "Ben" };
const nobody = { at: onDay(3), by: null };

const screening = (): Application => unwrap(beginScreen(anApplication(), ana, twoCriteria, 2));
const knockedOut = (): Application => unwrap(answer(anApplication(), nobody, [anAnswer("no")]));

describe("a reading in progress", () => {
  it("fixes the criteria with its first mark: a kit that is edited meanwhile changes them for nobody", () => {
    const marks = bothMarked("met", "met").slice(0, 1);
    const begun = unwrap(keepReading(anApplication(), ana, { criteria: twoCriteria, wanted: 2 }, marks));
    const edited = twoCriteria.map((one) => ({ ...one, text: `${one.text}, ten or more` }));
    const after = unwrap(keepReading(begun, ben, { criteria: edited, wanted: 2 }, marks));
    expect(standingOf(after).screen?.criteria).toEqual(twoCriteria);
    expect(after.drafts.map(({ reviewer }) => reviewer)).toEqual(["Ana", "Ben"]);
  });
});

describe("a knock-out", () => {
  it("of a held application goes past nobody: it is not advanced before somebody decided on it", () => {
    const held = unwrap(hold(anApplication(), ana, "On leave"));
    const out = {
      ...held,
      events: [...held.events, { ...nobody, kind: "answered" as const, results: [anAnswer("no")] }],
    };
    expect(advance(out, ana, "Knows the product")).toEqual({
      ok: false,
      error: { type: "notNow", state: "knockedOut" },
    });
    expect(standingOf(unwrap(confirmKnockOut(out, ana, ""))).state).toBe("archived");
    const overruled = unwrap(overruleKnockOut(out, ana, "Permit came"));
    expect(standingOf(unwrap(advance(overruled, ben, "Knows the product"))).state).toBe("advanced");
  });

  it("is confirmed or overruled by a named person only", () => {
    expect(confirmKnockOut(knockedOut(), nobody, "")).toEqual({ ok: false, error: { type: "nameMissing" } });
    expect(standingOf(unwrap(confirmKnockOut(knockedOut(), ana, ""))).state).toBe("archived");
  });

  it("is overruled with a reason only", () => {
    expect(overruleKnockOut(knockedOut(), ana, "  ")).toEqual({
      ok: false,
      error: { type: "reasonMissing" },
    });
    expect(standingOf(unwrap(overruleKnockOut(knockedOut(), ana, "Permit is coming"))).state).toBe("applied");
  });

  it("stands in the way of screening and advancing until a person looked at it", () => {
    expect(beginScreen(knockedOut(), ana, twoCriteria, 2)).toMatchObject({ error: { type: "notNow" } });
    expect(advance(knockedOut(), ana, "Hurry")).toMatchObject({
      error: { type: "notNow", state: "knockedOut" },
    });
  });

  it("is not there after answers that disqualify nobody", () => {
    const passed = unwrap(answer(anApplication(), nobody, [anAnswer("yes")]));
    expect(confirmKnockOut(passed, ana, "")).toEqual({
      ok: false,
      error: { type: "notNow", state: "applied" },
    });
  });
});

describe("a resume review", () => {
  it("is handed in once by each reviewer, whatever the spelling of the name", () => {
    const once = unwrap(handInReview(screening(), ana, bothMarked("met", "partly")));
    expect(handInReview(once, { ...ana, by: " ana " }, bothMarked("met", "met"))).toEqual({
      ok: false,
      error: { type: "alreadyReviewed" },
    });
  });

  it("is not handed in while criteria are unmarked", () => {
    expect(handInReview(screening(), ana, bothMarked("met", "met").slice(0, 1))).toEqual({
      ok: false,
      error: { type: "criteriaLeft", count: 1 },
    });
  });

  it("is kept while it is written, one for each reviewer, and gone once it is in", () => {
    const kept = unwrap(keepReview(screening(), "Ana", bothMarked("met", "met").slice(0, 1)));
    const both = unwrap(keepReview(unwrap(keepReview(kept, "Ben", [])), "ana", bothMarked("met", "met")));
    expect(both.drafts.map(({ reviewer, marks }) => [reviewer, marks.length])).toEqual([
      ["Ben", 0],
      ["ana", 2],
    ]);
    const handed = unwrap(handInReview(both, ana, bothMarked("met", "met")));
    expect(handed.drafts.map(({ reviewer }) => reviewer)).toEqual(["Ben"]);
  });

  it("is hidden from the other reviewer until both are in", () => {
    const once = unwrap(handInReview(screening(), ana, bothMarked("met", "partly")));
    expect(visibleReviews(once, "Ben")).toEqual({ reviews: [], hidden: ["Ana"], allIn: false });
    expect(visibleReviews(once, "Ana").reviews.map(({ reviewer }) => reviewer)).toEqual(["Ana"]);
    const twice = unwrap(handInReview(once, ben, bothMarked("met", "notMet")));
    expect(visibleReviews(twice, "Ben").reviews.map(({ reviewer }) => reviewer)).toEqual(["Ben", "Ana"]);
    expect(visibleReviews(twice, "Cem")).toMatchObject({ hidden: [], allIn: true });
  });

  it("does not count as independent where the others could be read before", () => {
    const twice = unwrap(
      handInReview(
        unwrap(handInReview(screening(), ana, bothMarked("met", "partly"))),
        ben,
        bothMarked("met", "notMet"),
      ),
    );
    const third = unwrap(handInReview(twice, { at: onDay(5), by: "Cem" }, bothMarked("met", "met")));
    expect(standingOf(third).reviews.map(({ independent }) => independent)).toEqual([true, true, false]);
  });

  it("keeps the criteria with which the screening began", () => {
    const again = unwrap(beginScreen(screening(), ben, twoCriteria.slice(1), 3));
    expect(standingOf(again).screen).toEqual({ criteria: twoCriteria, wanted: 2 });
    expect(beginScreen(anApplication(), ana, [], 2)).toEqual({ ok: false, error: { type: "noCriteria" } });
  });
});

describe("advancing, holding and archiving", () => {
  it("need a name, and holding and archiving a reason", () => {
    expect(hold(anApplication(), nobody, "Later")).toEqual({ ok: false, error: { type: "nameMissing" } });
    expect(hold(anApplication(), ana, "")).toEqual({ ok: false, error: { type: "reasonMissing" } });
    expect(archive(anApplication(), ana, "other", " ")).toEqual({
      ok: false,
      error: { type: "reasonMissing" },
    });
    expect(standingOf(unwrap(archive(anApplication(), ana, "withdrew", "Wrote today")))).toMatchObject({
      state: "archived",
      cause: "withdrew",
      reason: "Wrote today",
    });
  });

  it("before the reviews are in needs a reason to advance, afterwards none", () => {
    expect(advance(screening(), ana, "")).toEqual({ ok: false, error: { type: "reasonMissing" } });
    expect(standingOf(unwrap(advance(screening(), ana, "Known from the internship"))).state).toBe("advanced");
    const screened = unwrap(
      handInReview(
        unwrap(handInReview(screening(), ana, bothMarked("met", "met"))),
        ben,
        bothMarked("met", "met"),
      ),
    );
    expect(standingOf(unwrap(advance(screened, ana, ""))).state).toBe("advanced");
  });

  it("is refused where it does not fit, and taken back with a reason", () => {
    const archived = unwrap(archive(anApplication(), ana, "other", "Moved away"));
    expect(hold(archived, ana, "Wait")).toEqual({ ok: false, error: { type: "notNow", state: "archived" } });
    expect(resume(anApplication(), ana, "Why")).toMatchObject({ error: { type: "notNow" } });
    expect(standingOf(unwrap(resume(archived, ana, "Moved back"))).state).toBe("applied");
  });

  it("follows a loop once, however often it is told", () => {
    const loopId = loopIdSchema.parse("loop-00000000000000001");
    const once = unwrap(followLoop(anApplication(), onDay(5), loopId, "loopPlanned"));
    expect(standingOf(once)).toMatchObject({ state: "inLoop", loopId });
    expect(unwrap(followLoop(once, onDay(6), loopId, "loopPlanned"))).toBe(once);
  });
});

describe("a recording", () => {
  const hash = aWording("clip");

  it("is deleted by a named person with a reason, and that it was stays", () => {
    const removed = unwrap(removeRecording(anApplication(), ana, hash, "Somebody else is in the picture"));
    expect(standingOf(removed)).toMatchObject({
      state: "applied",
      removedClips: { [hash]: "Somebody else is in the picture" },
    });
    expect(removeRecording(removed, ben, hash, "Again")).toEqual({ ok: true, value: removed });
  });

  it("stays where nobody is named or no reason is given", () => {
    expect(removeRecording(anApplication(), nobody, hash, "Why").ok).toBe(false);
    expect(removeRecording(anApplication(), ana, hash, "  ").ok).toBe(false);
  });
});
