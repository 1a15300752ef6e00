import { describe, expect, it } from "vitest";
import type { Card } from "../../../../src/domain/card/card";
import { addNote, markQuestion } from "../../../../src/domain/card/change-card";
import { lastMoment, paceAt, timeOnQuestion } from "../../../../src/domain/card/pace";
import { slotTime } from "../../../../src/domain/card/slot-time";
import { unwrap } from "../../../../src/domain/result";
import { aKit } from "../../../support/builders/kit";
import { aCard, aSlot, exerciseId } from "../../../support/builders/record";

const minute = 60_000;
const kit = aKit();
/** Three questions in 30 minutes: ten each. */
const slot = aSlot("bench", ["ana"], { minutes: 30 });
const open: Card = {
  ...aCard(slot, "ana", {}),
  answers: aCard(slot, "ana", {}).answers.map((answer) => ({ ...answer, state: "open" as const })),
};
const asked = (count: number, everyMs: number): Card =>
  open.answers
    .slice(0, count)
    .reduce(
      (card, { questionId }, index) => unwrap(markQuestion(card, questionId, "asked", index * everyMs)),
      open,
    );

describe("the pace of a slot", () => {
  it("gives every question the same share of the slot's minutes", () => {
    expect(paceAt(open, slot, kit, 0)).toEqual({ eachMs: 10 * minute, dueAt: 0, dealtWith: 0, behind: 0 });
    expect(paceAt(open, slot, kit, 10 * minute)?.dueAt).toBe(1);
    expect(paceAt(open, slot, kit, 29 * minute)?.dueAt).toBe(2);
  });

  it("stays at the last question when the time is over", () => {
    expect(paceAt(open, slot, kit, 90 * minute)?.dueAt).toBe(2);
  });

  it("calls nobody late who is less than half a question late", () => {
    const first = asked(1, minute);
    expect(paceAt(first, slot, kit, 15 * minute - 1)?.behind).toBe(0);
    expect(paceAt(first, slot, kit, 15 * minute)?.behind).toBe(1);
    expect(paceAt(first, slot, kit, 25 * minute)?.behind).toBe(2);
    expect(paceAt(asked(2, minute), slot, kit, 15 * minute)?.behind).toBe(0);
  });

  it("counts a question that was left out on purpose as dealt with", () => {
    const [first, second] = open.answers;
    if (first === undefined || second === undefined) throw new Error("the slot has questions");
    const skipped = unwrap(markQuestion(asked(1, minute), second.questionId, "skippedForTime", null));
    expect(paceAt(skipped, slot, kit, 15 * minute)).toMatchObject({ dealtWith: 2, behind: 0 });
  });

  it("takes the time the kit gives the exercise off first, and leaves the questions at least a fifth", () => {
    const spill = { ...kit, exercises: kit.exercises.map((one) => ({ ...one, minutes: 15 })) };
    const both = { ...slot, exerciseId: exerciseId("spill") };
    expect(paceAt(open, both, spill, 0)?.eachMs).toBe(5 * minute);
    expect(paceAt(open, { ...both, minutes: 10 }, spill, 0)?.eachMs).toBe((2 * minute) / 3);
  });

  it("has none where no minutes are planned or nothing is asked", () => {
    expect(paceAt(open, { ...slot, minutes: 0 }, kit, minute)).toBeNull();
    expect(paceAt({ answers: [] }, slot, kit, minute)).toBeNull();
  });
});

describe("the time on a question", () => {
  const [first, second] = asked(2, 4 * minute).answers;
  if (first === undefined || second === undefined) throw new Error("the slot has questions");
  const card = asked(2, 4 * minute);

  it("runs from when it was put until the next one was", () => {
    expect(timeOnQuestion(card, first, 7 * minute)).toBe(4 * minute);
    expect(timeOnQuestion(card, second, 7 * minute)).toBe(3 * minute);
  });

  it("is unknown where nobody marked it", () => {
    expect(timeOnQuestion(card, { askedAtMs: null }, 7 * minute)).toBeNull();
  });
});

describe("the slot's time", () => {
  const started = Date.parse(open.startedAt);

  it("leaves out what the laptop's clock was moved by, and never goes below zero", () => {
    const moved = { ...open, clock: { shiftMs: -60 * minute } };
    expect(slotTime(moved, started - 55 * minute)).toBe(5 * minute);
    expect(slotTime(open, started - 1)).toBe(0);
  });

  it("does not run on a card that is entered afterwards", () => {
    expect(
      slotTime({ ...open, entered: { kind: "afterwards", from: "paper" } }, started + minute),
    ).toBeNull();
  });

  it("is known to be at least that of the last thing written", () => {
    const [question] = open.answers;
    if (question === undefined) throw new Error("the slot has questions");
    const item = { kind: "question", questionId: question.questionId } as const;
    const noted = unwrap(addNote(asked(2, minute), item, { atMs: 9 * minute, quote: false, text: "Two." }));
    expect(lastMoment(noted)).toBe(9 * minute);
    expect(lastMoment(asked(3, minute))).toBe(2 * minute);
    expect(lastMoment(open)).toBe(0);
  });
});
