import { describe, expect, it } from "vitest";
import { levelIdSchema, questionIdSchema } from "../../../../src/domain/ids";
import type { Slot } from "../../../../src/domain/loop/plan";
import type { PlanForm } from "../../../../src/features/loop/plan-form";
import { planClashes, plannedCoverage } from "../../../../src/features/loop/plan-outlook";
import { clashSentence, coverageWords } from "../../../../src/features/loop/words";
import { aKit } from "../../../support/builders/kit";
import { aPerson, aSlot, personId } from "../../../support/builders/record";

const aForm = (slots: readonly Slot[]): PlanForm => ({
  candidateId: null,
  levelId: levelIdSchema.parse("junior"),
  persons: [aPerson("ana", ["facilitator", "panelist"]), aPerson("tomas"), aPerson("noa", ["shadow"])],
  me: personId("ana"),
  slots,
  deputies: null,
  escrow: null,
});

const questions = (...ids: readonly string[]) => ids.map((id) => questionIdSchema.parse(id));

describe("planned coverage", () => {
  it("counts each panelist once per competency, over all slots, and no shadow", () => {
    const form = aForm([
      aSlot("one", ["ana", "noa"], { questionIds: questions("q-samples", "q-candour") }),
      aSlot("two", ["ana", "tomas"], { questionIds: questions("q-samples") }),
    ]);
    expect(plannedCoverage(aKit(), form)).toEqual([
      { competencyId: "sample-handling", title: "Sample handling", questions: 2, panelists: 2 },
      { competencyId: "instrument-care", title: "Instrument care", questions: 0, panelists: 0 },
    ]);
  });

  it("calls one panelist thin, none a hole, and two enough", () => {
    const row = { competencyId: "x", title: "X", questions: 1 };
    expect(coverageWords({ ...row, panelists: 0 }).shape).toBe("bang");
    expect(coverageWords({ ...row, panelists: 1 }).shape).toBe("half");
    expect(coverageWords({ ...row, panelists: 2 })).toEqual({ shape: "full", words: "2 panelists" });
  });
});

describe("a person in two slots at once", () => {
  const at = (title: string, startsAt: string, minutes: number, names: readonly string[]): Slot =>
    aSlot(title, names, { startsAt, minutes });

  it("is named with both slots", () => {
    const form = aForm([
      at("one", "2026-11-23T09:00", 45, ["ana", "tomas"]),
      at("two", "2026-11-23T09:44", 45, ["tomas"]),
    ]);
    expect(planClashes(form)).toEqual([{ name: "tomas", slots: ["one", "two"] }]);
  });

  it("is no clash where one slot begins as the other ends", () => {
    const form = aForm([
      at("one", "2026-11-23T09:00", 45, ["tomas"]),
      at("two", "2026-11-23T09:45", 45, ["tomas"]),
    ]);
    expect(planClashes(form)).toEqual([]);
  });

  it("is no clash where other people sit in the overlapping slots", () => {
    const form = aForm([
      at("one", "2026-11-23T09:00", 45, ["ana"]),
      at("two", "2026-11-23T09:00", 45, ["tomas"]),
    ]);
    expect(planClashes(form)).toEqual([]);
  });

  it("is seen over midnight", () => {
    const form = aForm([
      at("late", "2026-11-23T23:30", 60, ["ana"]),
      at("early", "2026-11-24T00:00", 30, ["ana"]),
    ]);
    expect(planClashes(form)).toHaveLength(1);
  });

  it("is told without a name where there is none yet", () => {
    expect(clashSentence({ name: " ", slots: ["one", "two"] })).toBe(
      "A person without a name is in “one” and “two” at the same time.",
    );
  });
});
