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
  evidence: ["overall/overall"],
  present: [personId("ana")],
  dissents: [{ personId: null, text: "" }],
  overrideReason: "",
};

describe("a decision", () => {
  it("is decided by the hiring manager where there is one, else by the facilitator", () => {
    expect(newDecisionDraft(record("hiringManager")).decidedBy).toBe(personId("tomas"));
    expect(newDecisionDraft(record()).decidedBy).toBe(personId("ana"));
  });

  it("is ready with a decider and a reason, which is trimmed", () => {
    expect(toDecision(filled, record(), true)?.rationale).toBe("Figures that held up.");
  });

  it.each([
    ["without a reason", { rationale: "  " }],
    ["without a decider", { decidedBy: null }],
    ["for another level that is not chosen", { outcome: "otherLevel" as const }],
  ])("is not ready %s", (_, missing) => {
    expect(toDecision({ ...filled, ...missing }, record(), true)).toBeNull();
  });

  it("carries a level only where it is for another one", () => {
    const levelId = levelIdSchema.parse("senior");
    expect(toDecision({ ...filled, outcome: "otherLevel", levelId }, record(), true)?.levelId).toBe("senior");
    expect(toDecision({ ...filled, outcome: "hire", levelId }, record(), true)?.levelId).toBeNull();
  });

  it("carries every dissent word for word with whose it is, and none where nobody dissents", () => {
    const recorded = (dissents: DecisionDraft["dissents"]) =>
      toDecision({ ...filled, dissents }, record(), true)?.dissent;
    const ana = { personId: personId("ana"), text: " I heard no owner. " };
    const tomas = { personId: personId("tomas"), text: "The figure\nwas the partner’s." };
    expect(recorded([ana, { personId: null, text: " " }, tomas])).toEqual([
      { personId: personId("ana"), text: "I heard no owner." },
      { personId: personId("tomas"), text: "The figure\nwas the partner’s." },
    ]);
    expect(recorded([{ personId: null, text: " " }])).toEqual([]);
    expect(recorded([])).toEqual([]);
  });

  it("is not ready with half a dissent: a person without words, or words without a person", () => {
    const whole = { personId: personId("tomas"), text: "Too early." };
    const halves = [
      { personId: personId("ana"), text: " " },
      { personId: null, text: "I heard no owner." },
    ];
    for (const half of halves)
      expect(toDecision({ ...filled, dissents: [whole, half] }, record(), true)).toBeNull();
  });

  it("rests on what the panel had to talk about, a competency as ever and everything else as an item", () => {
    const competencyId = competencyIdSchema.parse("sample-handling");
    const talkedAbout = newDecisionDraft(record(), [{ kind: "competency", competencyId }]);
    expect(talkedAbout.evidence).toEqual(["competency/sample-handling"]);
    expect(newDecisionDraft(record()).evidence).toEqual(["overall/overall"]);
    const evidence = [...talkedAbout.evidence, "overall/overall"];
    expect(toDecision({ ...filled, evidence }, record(), true)?.evidence).toEqual([
      { envelopeHash: null, competencyId },
      { envelopeHash: null, competencyId: null, item: { kind: "overall" } },
    ]);
  });

  it("says in an older loop nothing its other laptops cannot read", () => {
    const decision = toDecision(filled, record(), false);
    expect(decision?.evidence).toEqual([]);
    expect(decision).not.toHaveProperty("present");
    expect(toDecision(filled, record(), true)?.present).toEqual([personId("ana")]);
  });

  it("against what the counted calls say is not ready without a reason for that; to hold needs none", () => {
    const against = { ...filled, outcome: "noHire" as const };
    expect(toDecision(against, record(), true)).toBeNull();
    expect(toDecision({ ...against, overrideReason: " A reference. " }, record(), true)?.overrideReason).toBe(
      "A reference.",
    );
    expect(toDecision({ ...filled, outcome: "hold" }, record(), true)?.overrideReason).toBe("");
    expect(toDecision({ ...filled, overrideReason: "left over" }, record(), true)?.overrideReason).toBe("");
  });

  it("is not ready while it rests on nothing", () => {
    expect(toDecision({ ...filled, evidence: [] }, record(), true)).toBeNull();
  });
});
