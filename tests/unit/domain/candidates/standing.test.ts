import { describe, expect, it } from "vitest";
import { hold } from "../../../../src/domain/candidates/acts";
import type { ApplicationEvent } from "../../../../src/domain/candidates/application";
import { applicationSchema } from "../../../../src/domain/candidates/application";
import {
  daysSince,
  knockOutWaits,
  stageOf,
  standingOf,
  stateBehind,
} from "../../../../src/domain/candidates/standing";
import { loopIdSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import {
  anAnswer,
  anApplication,
  bothMarked,
  later,
  onDay,
  twoCriteria,
} from "../../../support/builders/application";

const who = { by: "Ana" };
const begun: ApplicationEvent = {
  ...who,
  at: onDay(3),
  kind: "screenBegun",
  criteria: [...twoCriteria],
  wanted: 2,
};
const reviewed = (by: string, day: number): ApplicationEvent => ({
  by,
  at: onDay(day),
  kind: "reviewed",
  review: { reviewer: by, at: onDay(day), independent: true, marks: [...bothMarked("met", "met")] },
});
const loopId = loopIdSchema.parse("loop-00000000000000001");

describe("the standing of an application", () => {
  it("is folded from what happened, with the time it came into its state", () => {
    const steps: readonly [ApplicationEvent, string, number][] = [
      [begun, "screening", 3],
      [reviewed("Ana", 4), "screening", 3],
      [reviewed("Ben", 5), "screened", 5],
      [{ ...who, at: onDay(6), kind: "held", reason: "Asks for a later start" }, "held", 6],
      [{ ...who, at: onDay(7), kind: "resumed", reason: "Start agreed" }, "screened", 7],
      [{ ...who, at: onDay(8), kind: "advanced", reason: "" }, "advanced", 8],
      [{ by: null, at: onDay(9), kind: "loopPlanned", loopId }, "inLoop", 9],
      [{ by: null, at: onDay(10), kind: "decided", loopId }, "decided", 10],
    ];
    let application = anApplication();
    expect(standingOf(application)).toMatchObject({ state: "applied", since: onDay(2) });
    for (const [event, state, day] of steps) {
      application = later(application, event);
      expect(standingOf(application)).toMatchObject({ state, since: onDay(day), appliedAt: onDay(2) });
    }
    expect(applicationSchema.safeParse(application).success).toBe(true);
  });

  it("waits for a person after a disqualifying answer, and goes on where that is overruled", () => {
    const out = later(anApplication(), {
      at: onDay(3),
      by: null,
      kind: "answered",
      results: [anAnswer("no")],
    });
    expect(standingOf(out).state).toBe("knockedOut");
    const confirmed = later(out, { ...who, at: onDay(4), kind: "knockOutConfirmed", note: "" });
    expect(standingOf(confirmed)).toMatchObject({ state: "archived", cause: "knockOut" });
    const overruled = later(out, {
      ...who,
      at: onDay(4),
      kind: "knockOutOverruled",
      reason: "Permit is coming",
    });
    expect(standingOf(overruled)).toMatchObject({ state: "applied", overruled: true });
  });

  it("of a confirmed knock-out that is taken back waits for a person again", () => {
    const back = later(
      anApplication(),
      { at: onDay(3), by: null, kind: "answered", results: [anAnswer("no")] },
      { ...who, at: onDay(4), kind: "knockOutConfirmed", note: "" },
      { ...who, at: onDay(5), kind: "resumed", reason: "Read wrongly" },
    );
    expect(standingOf(back)).toMatchObject({ state: "knockedOut", cause: null });
  });

  it("stays held while reviews come in, and counts them once it goes on", () => {
    const held = later(
      anApplication(),
      begun,
      { ...who, at: onDay(4), kind: "held", reason: "On leave" },
      reviewed("Ana", 5),
      reviewed("Ben", 6),
    );
    expect(standingOf(held)).toMatchObject({ state: "held", since: onDay(4) });
    const on = later(held, { ...who, at: onDay(7), kind: "resumed", reason: "Back" });
    expect(standingOf(on).state).toBe("screened");
  });

  it("is taken out of the archive by a person, never by its loop; then it is where the loop is", () => {
    const planned = later(anApplication(), { by: null, at: onDay(3), kind: "loopPlanned", loopId });
    const filled = later(planned, {
      ...who,
      at: onDay(4),
      kind: "archived",
      cause: "positionFilled",
      reason: "Filled",
    });
    const again: ApplicationEvent = { ...who, at: onDay(6), kind: "resumed", reason: "Open again" };
    expect(standingOf(later(filled, again)).state).toBe("inLoop");
    const decided = later(filled, { by: null, at: onDay(5), kind: "decided", loopId });
    expect(standingOf(decided)).toMatchObject({
      state: "archived",
      cause: "positionFilled",
      reason: "Filled",
    });
    expect(standingOf(later(decided, again)).state).toBe("decided");
  });

  it("keeps a disqualifying answer waiting for a person also where it is held or past the screen", () => {
    const no: ApplicationEvent = { at: onDay(4), by: null, kind: "answered", results: [anAnswer("no")] };
    const held = later(anApplication(), { ...who, at: onDay(3), kind: "held", reason: "On leave" }, no);
    expect(standingOf(held).state).toBe("held");
    expect(knockOutWaits(standingOf(held))).toBe(true);
    const advanced = later(anApplication(), { ...who, at: onDay(3), kind: "advanced", reason: "" }, no);
    expect(knockOutWaits(standingOf(advanced))).toBe(true);
    const overruled: ApplicationEvent = {
      ...who,
      at: onDay(5),
      kind: "knockOutOverruled",
      reason: "Permit came",
    };
    expect(standingOf(later(advanced, overruled)).state).toBe("advanced");
    expect(knockOutWaits(standingOf(later(advanced, overruled)))).toBe(false);
  });

  it("has the documents that were kept and not removed", () => {
    const document = { hash: "h".repeat(43), name: "cv.pdf", kind: "pdf", bytes: 10 } as const;
    const parsed = applicationSchema.parse(
      later(anApplication(), { ...who, at: onDay(3), kind: "documentKept", document: document as never }),
    );
    expect(standingOf(parsed).documents.map(({ name }) => name)).toEqual(["cv.pdf"]);
    const removed = later(parsed, {
      ...who,
      at: onDay(4),
      kind: "documentRemoved",
      hash: document.hash as never,
    });
    expect(standingOf(removed).documents).toEqual([]);
  });
});

describe("the stage of an application", () => {
  it("is one of the three of a kit, and none once it is over or held", () => {
    expect(stageOf("knockedOut")).toBe("application");
    expect(stageOf("screened")).toBe("resumeScreen");
    expect(stageOf("inLoop")).toBe("interviews");
    expect(stageOf("archived")).toBeNull();
  });
});

describe("the age of a state", () => {
  it("counts whole days and is never below zero", () => {
    expect(daysSince(onDay(2, 9), Date.parse(onDay(4, 8)))).toBe(1);
    expect(daysSince(onDay(2, 9), Date.parse(onDay(4, 9)))).toBe(2);
    expect(daysSince(onDay(4), Date.parse(onDay(2)))).toBe(0);
  });
});

describe("an application on hold", () => {
  it("says where it is taken up again", () => {
    const held = unwrap(hold(anApplication(), { at: onDay(3), by: "Ana" }, "On leave"));
    expect(stateBehind(standingOf(held))).toBe("applied");
    const advanced = later(anApplication(), { at: onDay(3), by: "Ana", kind: "advanced", reason: "Known" });
    const heldLater = unwrap(hold(advanced, { at: onDay(4), by: "Ana" }, "On leave"));
    expect(stateBehind(standingOf(heldLater))).toBe("advanced");
    expect(stateBehind(standingOf(advanced))).toBe("advanced");
  });
});
