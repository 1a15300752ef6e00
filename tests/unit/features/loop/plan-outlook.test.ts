import { describe, expect, it } from "vitest";
import { competencyIdSchema, levelIdSchema, questionIdSchema } from "../../../../src/domain/ids";
import type { Slot } from "../../../../src/domain/loop/plan";
import { noRules, type PlanForm } from "../../../../src/features/loop/plan-form";
import { balancedForm, plannedCoverage, timeWarnings } from "../../../../src/features/loop/plan-outlook";
import { coverageWords } from "../../../../src/features/loop/words";
import { aKit } from "../../../support/builders/kit";
import { aPerson, aSlot, personId, slotId } from "../../../support/builders/record";

const aForm = (slots: readonly Slot[]): PlanForm => ({
  candidateId: null,
  levelId: levelIdSchema.parse("junior"),
  persons: [aPerson("ana", ["facilitator", "panelist"]), aPerson("tomas"), aPerson("noa", ["shadow"])],
  me: personId("ana"),
  slots,
  deputies: null,
  escrow: null,
  meetings: {},
  ...noRules(),
});

const questions = (...ids: readonly string[]) => ids.map((id) => questionIdSchema.parse(id));

describe("planned coverage", () => {
  it("counts each panelist once per competency, over all slots, and no shadow", () => {
    const form = aForm([
      aSlot("one", ["ana", "noa"], { questionIds: questions("q-samples", "q-candour") }),
      aSlot("two", ["ana", "tomas"], { questionIds: questions("q-samples") }),
    ]);
    expect(plannedCoverage(aKit(), form)).toEqual([
      {
        competencyId: "sample-handling",
        title: "Sample handling",
        questions: 2,
        panelists: 2,
        required: true,
        gap: null,
      },
      {
        competencyId: "instrument-care",
        title: "Instrument care",
        questions: 0,
        panelists: 0,
        required: true,
        gap: "nobodyFree",
      },
    ]);
  });

  it("says why one panelist is thin and none a hole, and leaves what is not required alone", () => {
    const row = { competencyId: competencyIdSchema.parse("x"), title: "X", questions: 1, required: true };
    expect(coverageWords({ ...row, panelists: 0, gap: "noQuestion" }).shape).toBe("bang");
    expect(coverageWords({ ...row, panelists: 1, gap: "noMinutes" })).toEqual({
      shape: "half",
      words: "one panelist only: no slot has time for one more question",
    });
    expect(coverageWords({ ...row, panelists: 2, gap: null })).toEqual({
      shape: "full",
      words: "2 panelists",
    });
    expect(coverageWords({ ...row, panelists: 0, required: false, gap: null }).shape).toBe("empty");
  });

  it("is evened out by balancing, which no shadow takes part in", () => {
    const form = aForm([
      aSlot("one", ["ana", "noa"]),
      aSlot("two", ["noa"], { startsAt: "2026-11-23T11:00" }),
    ]);
    const balanced = balancedForm(aKit(), form);
    expect(plannedCoverage(aKit(), balanced).map(({ panelists }) => panelists)).toEqual([2, 2]);
    expect(balanced.slots.flatMap(({ interviewers }) => interviewers)).toContain(personId("tomas"));
  });
});

describe("times that do not fit", () => {
  it("are told at the slot, with the name of who would be in two", () => {
    const form = aForm([
      aSlot("one", ["ana"], { minutes: 20, room: "" }),
      aSlot("two", ["ana"], { questionIds: [], startsAt: "2026-11-23T09:40", room: "" }),
    ]);
    expect(timeWarnings(aKit(), form).get(slotId("one"))).toEqual([
      "at the same time as “two”: the candidate cannot be in both",
      "ana is in “two” at the same time",
      "needs about 21 minutes and has 20",
    ]);
  });
});
