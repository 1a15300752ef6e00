import { describe, expect, it } from "vitest";
import type { Rating } from "../../../../src/domain/card/card";
import { slotIdSchema } from "../../../../src/domain/ids";
import { lineIds } from "../../../../src/features/interview/line-ids";
import { slotFor } from "../../../../src/features/interview/my-card";
import { stillOpen } from "../../../../src/features/interview/sealed-words";
import { spokenMark, stripMark } from "../../../../src/features/interview/strip-mark";
import type { Subject } from "../../../../src/features/interview/subject";
import { anId } from "../../../support/builders/ids";
import { aCardState, aLoopView, aSealed } from "../../../support/builders/loop-view";
import { aPerson, slotId } from "../../../support/builders/record";

const subject = (rating: Rating, state: Subject["state"]): Pick<Subject, "evidence" | "state"> => ({
  evidence: { rating, ticks: [], notes: [] },
  state,
});

describe("a question's mark on the strip", () => {
  it("is the digit of its rating", () => {
    const rated = subject({ kind: "rated", value: 3 }, "asked");
    expect(stripMark(rated)).toBe("3");
    expect(spokenMark(rated)).toBe("asked, rated 3");
  });

  it("is the sign of the reason why there is no rating, never a low digit", () => {
    const signs = (["notAsked", "notObserved", "insufficientEvidence"] as const).map((reason) =>
      stripMark(subject({ kind: "absent", reason }, "asked")),
    );
    expect(signs).toEqual(["–", "?", "~"]);
  });

  it("is a point once the question was asked, and nothing before", () => {
    expect(stripMark(subject({ kind: "blank" }, "asked"))).toBe("·");
    expect(stripMark(subject({ kind: "blank" }, "prompted"))).toBe("·");
    expect(stripMark(subject({ kind: "blank" }, "open"))).toBe("");
  });

  it("says the state and the absence once where they are the same, both where they differ", () => {
    expect(spokenMark(subject({ kind: "absent", reason: "notAsked" }, "notAsked"))).toBe("not asked");
    expect(spokenMark(subject({ kind: "absent", reason: "notAsked" }, "skippedForTime"))).toBe(
      "skipped for time, no rating: not asked",
    );
  });

  it("says only the rating of an exercise, which has no state", () => {
    expect(spokenMark(subject({ kind: "rated", value: 2 }, null))).toBe("rated 2");
    expect(spokenMark(subject({ kind: "blank" }, null))).toBe("");
  });
});

describe("the lines of the notes", () => {
  it("are one more than there are notes: the last is the new one", () => {
    expect(lineIds(0, [])).toEqual([0]);
    expect(lineIds(2, [])).toEqual([0, 1, 2]);
  });

  it("keep their ids when the new line becomes a note", () => {
    expect(lineIds(3, []).slice(0, 3)).toEqual(lineIds(2, []));
  });

  it("keep their ids when a line above them is taken out", () => {
    const before = lineIds(3, []);
    const after = lineIds(2, [1]);
    expect(before).toEqual([0, 1, 2, 3]);
    expect(after).toEqual([0, 2, 3]);
  });

  it("get an id that was never used when a note is added after one was taken out", () => {
    expect(lineIds(3, [1])).toEqual([0, 2, 3, 4]);
  });
});

describe("a slot on this laptop", () => {
  const ana = aPerson("ana");
  const view = aLoopView([ana, aPerson("tomas", ["observer"])]);

  it("opens for its interviewers, with plan and kit", () => {
    const found = slotFor(view, slotId("bench"));
    expect(found.ok && found.value.slot.title).toBe("bench");
  });

  it.each([
    ["while the plan has not arrived", { ...view, plan: null }, "planMissing"],
    ["while the kit has not arrived", { ...view, kit: null }, "kitMissing"],
    ["for somebody who does not sit in it", { ...view, me: aPerson("tomas") }, "notYours"],
    ["for a laptop that is nobody's yet", { ...view, me: null }, "notYours"],
  ] as const)("stays closed %s", (_, blocked, type) => {
    expect(slotFor(blocked, slotId("bench"))).toEqual({ ok: false, error: { type } });
  });

  it("stays closed where the plan has no such slot, or the address names none", () => {
    const missing = { ok: false, error: { type: "noSuchSlot" } };
    expect(slotFor(view, anId(slotIdSchema, "gone"))).toEqual(missing);
    expect(slotFor(view, null)).toEqual(missing);
  });
});

describe("a sealed card", () => {
  it("names each author of a missing card once, and says when none is missing", () => {
    const persons = ["ana", "tomas"].map((name) => aPerson(name));
    const open = [aCardState("tomas", "bench"), aCardState("tomas", "talk")];
    const done = aCardState("ana", "bench", { sealed: [aSealed("ana", "bench")] });
    expect(stillOpen(aLoopView(persons, { cards: [done, ...open] }))).toBe("Still open: tomas.");
    expect(stillOpen(aLoopView(persons, { cards: [aCardState("ana", "talk"), ...open] }))).toBe(
      "Still open: you, tomas.",
    );
    expect(stillOpen(aLoopView(persons, { cards: [done] }))).toBe(
      "Every required card is in. The facilitator can reveal.",
    );
  });
});
