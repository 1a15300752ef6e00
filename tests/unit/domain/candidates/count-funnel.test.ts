import { describe, expect, it } from "vitest";
import type { ApplicationEvent } from "../../../../src/domain/candidates/application";
import { countFunnel, type FunnelNames } from "../../../../src/domain/candidates/count-funnel";
import { funnelSchema } from "../../../../src/domain/candidates/funnel";
import { countKnockOuts } from "../../../../src/domain/candidates/knock-out-counts";
import { loopIdSchema } from "../../../../src/domain/ids";
import {
  anAnswer,
  anApplication,
  aWording,
  later,
  onDay,
  twoCriteria,
} from "../../../support/builders/application";

const names: FunnelNames = {
  steps: {
    application: "Application",
    resumeScreen: "Resume screen",
    interviews: "Interviews",
    loop: "In a loop",
    decision: "Decided",
  },
  causes: {
    knockOut: "Knock-out",
    criteriaNotMet: "Criteria not met",
    otherPreferred: "Another was preferred",
    positionFilled: "Position filled",
    duplicate: "Duplicate",
    withdrew: "Withdrew",
    other: "Other",
  },
  deleted: "Deleted",
};
const by = "Ana";
const loopId = loopIdSchema.parse("loop-00000000000000001");
const begun: ApplicationEvent = {
  by,
  at: onDay(3),
  kind: "screenBegun",
  criteria: [...twoCriteria],
  wanted: 2,
};
const archived = (cause: "withdrew" | "criteriaNotMet") =>
  ({ by, at: onDay(6), kind: "archived", cause, reason: "Said so" }) as const;
const out = later(anApplication(), { by: null, at: onDay(3), kind: "answered", results: [anAnswer("no")] });
const confirmed = later(out, { by, at: onDay(4), kind: "knockOutConfirmed", note: "" });
const overruled = later(out, { by, at: onDay(4), kind: "knockOutOverruled", reason: "Permit is coming" });

describe("the funnel of a role", () => {
  it("counts who came to each step and why they left it", () => {
    const applications = [
      anApplication(),
      confirmed,
      later(anApplication(), begun, archived("criteriaNotMet")),
      later(anApplication(), begun, archived("criteriaNotMet")),
      later(anApplication(), begun, archived("withdrew")),
      later(anApplication(), begun, { by, at: onDay(5), kind: "advanced", reason: "" }, archived("withdrew")),
      later(
        anApplication({ events: [{ kind: "applied", at: onDay(9), by: null, source: "csv" }] }),
        { by: null, at: onDay(10), kind: "loopPlanned", loopId },
        { by: null, at: onDay(11), kind: "decided", loopId },
      ),
    ];
    const funnel = countFunnel("Partner Manager", applications, names);
    expect(funnelSchema.parse(funnel)).toEqual({
      role: "Partner Manager",
      steps: [
        { name: "Application", entered: 7, left: [{ reason: "Knock-out", count: 1 }] },
        {
          name: "Resume screen",
          entered: 5,
          left: [
            { reason: "Criteria not met", count: 2 },
            { reason: "Withdrew", count: 1 },
          ],
        },
        { name: "Interviews", entered: 2, left: [{ reason: "Withdrew", count: 1 }] },
        { name: "In a loop", entered: 1, left: [] },
        { name: "Decided", entered: 1, left: [] },
      ],
      period: { from: "2026-11-02", to: "2026-11-09" },
    });
  });

  it("of nobody has steps of zero and no period", () => {
    const funnel = countFunnel("R", [], names);
    expect(funnel.steps.map(({ entered }) => entered)).toEqual([0, 0, 0, 0, 0]);
    expect(funnel.period).toBeNull();
  });

  it("does not count who was taken back as having left", () => {
    const back = later(confirmed, { by, at: onDay(5), kind: "resumed", reason: "Read wrongly" });
    expect(countFunnel("R", [back], names).steps[0]?.left).toEqual([]);
  });
});

describe("the count of a knock-out question", () => {
  it("says how many it removed, how many were overruled and how many wait, for each wording", () => {
    const passed = later(anApplication(), {
      by: null,
      at: onDay(3),
      kind: "answered",
      results: [anAnswer("yes", { wordingVersion: aWording("2"), prompt: "May you work here?" })],
    });
    const counted = countKnockOuts([confirmed, confirmed, overruled, out, passed, anApplication()]);
    expect(counted).toEqual([
      {
        questionId: "work-permit",
        wordingVersion: aWording("1"),
        prompt: "May you work in this country?",
        asked: 4,
        removed: 2,
        overruled: 1,
        waiting: 1,
      },
      {
        questionId: "work-permit",
        wordingVersion: aWording("2"),
        prompt: "May you work here?",
        asked: 1,
        removed: 0,
        overruled: 0,
        waiting: 0,
      },
    ]);
  });
});

describe("people who were deleted", () => {
  it("stay in the numbers by the steps they came to, and left where they were, as archived or as deleted", () => {
    const funnel = countFunnel("R", [anApplication()], names, [
      { steps: ["application"], cause: null, count: 2 },
      { steps: ["application", "resumeScreen"], cause: "withdrew", count: 1 },
      { steps: ["application", "resumeScreen", "interviews", "loop", "decision"], cause: null, count: 1 },
    ]);
    expect(funnel.steps.map(({ entered }) => entered)).toEqual([5, 2, 1, 1, 1]);
    expect(funnel.steps.map(({ left }) => left)).toEqual([
      [{ reason: "Deleted", count: 2 }],
      [{ reason: "Withdrew", count: 1 }],
      [],
      [],
      [],
    ]);
  });
});
