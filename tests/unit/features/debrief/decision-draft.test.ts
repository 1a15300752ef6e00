import { describe, expect, it } from "vitest";
import { competencyIdSchema, levelIdSchema } from "../../../../src/domain/ids";
import {
  type DecisionDraft,
  newDecisionDraft,
  toDecision,
} from "../../../../src/features/debrief/decision-draft";
import { aCard, aPerson, aRecord, aRecordCard, aSlot, personId } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana"]);
const record = (hats: "panelist" | "hiringManager" = "panelist") =>
  aRecord([aRecordCard(aCard(slot, "ana", {}))], [slot], {
    persons: [aPerson("ana", ["facilitator"]), aPerson("tomas", [hats])],
  });

const filled: DecisionDraft = {
  outcome: "hire",
  levelId: null,
  decidedBy: personId("tomas"),
  rationale: "  Figures that held up. ",
  dissenter: null,
  dissent: "",
};

describe("a decision", () => {
  it("is decided by the hiring manager where there is one, else by the facilitator", () => {
    expect(newDecisionDraft(record("hiringManager")).decidedBy).toBe(personId("tomas"));
    expect(newDecisionDraft(record()).decidedBy).toBe(personId("ana"));
  });

  it("is ready with a decider and a reason, which is trimmed", () => {
    expect(toDecision(filled, [])?.rationale).toBe("Figures that held up.");
  });

  it.each([
    ["without a reason", { rationale: "  " }],
    ["without a decider", { decidedBy: null }],
    ["for another level that is not chosen", { outcome: "otherLevel" as const }],
  ])("is not ready %s", (_, missing) => {
    expect(toDecision({ ...filled, ...missing }, [])).toBeNull();
  });

  it("carries a level only where it is for another one", () => {
    const levelId = levelIdSchema.parse("senior");
    expect(toDecision({ ...filled, outcome: "otherLevel", levelId }, [])?.levelId).toBe("senior");
    expect(toDecision({ ...filled, outcome: "hire", levelId }, [])?.levelId).toBeNull();
  });

  it("carries dissent word for word, and none where nobody or nothing is named", () => {
    const dissent = (changed: Partial<DecisionDraft>) => toDecision({ ...filled, ...changed }, [])?.dissent;
    expect(dissent({ dissenter: personId("ana"), dissent: " I heard no owner. " })).toEqual([
      { personId: personId("ana"), text: "I heard no owner." },
    ]);
    expect(dissent({ dissenter: personId("ana"), dissent: " " })).toEqual([]);
    expect(dissent({ dissenter: null, dissent: "I heard no owner." })).toEqual([]);
  });

  it("rests on the competencies the panel had to talk about", () => {
    const competencyId = competencyIdSchema.parse("sample-handling");
    expect(toDecision(filled, [competencyId])?.evidence).toEqual([{ envelopeHash: null, competencyId }]);
  });
});
