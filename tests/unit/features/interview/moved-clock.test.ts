import { describe, expect, it } from "vitest";
import { movedSinceSaved, withClockOf, withMovedClock } from "../../../../src/features/interview/moved-clock";
import { paceWords } from "../../../../src/features/interview/question-pace";
import { aCard, aSlot } from "../../../support/builders/record";

const card = aCard(aSlot("bench", ["ana"]), "ana", {});

describe("a card whose laptop's clock is moved", () => {
  it("sums up every move, and is the same card where there was none", () => {
    expect(withMovedClock(withMovedClock(card, 5_000), -2_000).clock).toEqual({ shiftMs: 3_000 });
    expect(withMovedClock(card, 0)).toBe(card);
  });

  it("keeps the newest clock when a change is taken back", () => {
    const newest = { ...withMovedClock(card, 5_000), takeaway: "Thin on numbers." };
    expect(withClockOf(card, newest)).toEqual({ ...card, clock: { shiftMs: 5_000 } });
    expect(withClockOf(card, { ...card, takeaway: "Thin." })).toBe(card);
  });

  it("notices at opening that now is earlier than the last save, and cannot tell a clock set forward", () => {
    expect(movedSinceSaved("2026-11-23T10:00:00.000Z", "2026-11-23T08:30:00.000Z")).toBe(-5_400_000);
    expect(movedSinceSaved("2026-11-23T10:00:00.000Z", "2026-11-23T19:00:00.000Z")).toBe(0);
    expect(movedSinceSaved(null, "2026-11-23T08:30:00.000Z")).toBe(0);
  });
});

describe("the words of the pace", () => {
  const pace = { eachMs: 60_000, dueAt: 3, dealtWith: 2, behind: 2 };

  it("name the question the plan has now, and the lag only where there is one", () => {
    expect(paceWords(pace, 6)).toEqual({ late: "2 questions behind", plan: "By the plan: question 4 of 6" });
    expect(paceWords({ ...pace, behind: 1 }, 6).late).toBe("1 question behind");
    expect(paceWords({ ...pace, behind: 0 }, 6).late).toBe("");
  });
});
