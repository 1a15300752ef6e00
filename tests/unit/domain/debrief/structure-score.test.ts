import { describe, expect, it } from "vitest";
import type { Card } from "../../../../src/domain/card/card";
import { type StructureComponent, structureScore } from "../../../../src/domain/debrief/structure-score";
import { candidateIdSchema, hashSchema, questionIdSchema } from "../../../../src/domain/ids";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { aHash, anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aCard, aHire, aPlan, aRecord, aRecordCard, aSlot, noon } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana", "ben"]);
const rated = { "q-samples": 3, "q-instruments": 3, "q-candour": 3 };

const withNotes = (card: Card): Card => ({
  ...card,
  answers: card.answers.map((answer) => ({
    ...answer,
    notes: [{ atMs: null, quote: false, text: "Named the figure." }],
  })),
});
const noted = (name: string, ratings: Parameters<typeof aCard>[2] = rated) =>
  withNotes(aCard(slot, name, ratings));

const aLoop = (overrides: Partial<LoopRecord> = {}): LoopRecord =>
  aRecord([aRecordCard(noted("ana")), aRecordCard(noted("ben"))], [slot], overrides);

const forCandidate = (name: string, slots = [slot]): LoopRecord => {
  const plan = aPlan(slots);
  const candidate = { ...plan.candidate, candidateId: anId(candidateIdSchema, name) };
  return aLoop({ plan: { ...plan, candidate } });
};

const stateOf = (component: StructureComponent, record: LoopRecord, others: readonly LoopRecord[] = []) =>
  structureScore(record, others).components.find((known) => known.component === component)?.state;

describe("the structure score", () => {
  it("counts what was met among what was logged, out of fifteen", () => {
    const { components, met, logged } = structureScore(aLoop(), []);
    expect(components).toHaveLength(15);
    const states = Object.fromEntries(components.map(({ component, state }) => [component, state]));
    expect(states).toEqual({
      jobAnalysis: "met",
      sameQuestions: "notLogged",
      limitedPrompting: "met",
      betterQuestions: "notLogged",
      moreQuestions: "notMet",
      ancillaryControlled: "notLogged",
      candidateQuestionsLast: "notLogged",
      eachAnswerRated: "met",
      anchoredScales: "met",
      detailedNotes: "met",
      severalInterviewers: "met",
      sameInterviewers: "notLogged",
      noDiscussion: "met",
      training: "notLogged",
      statisticalCombination: "notLogged",
    });
    expect({ met, logged }).toEqual({ met: 7, logged: 8 });
  });

  it("compares questions and interviewers with loops of other candidates on the same kit version only", () => {
    const sameCandidate = aLoop();
    const other = forCandidate("other");
    const plan = forCandidate("another").plan;
    const otherKit = aLoop({
      plan: { ...plan, kit: { ...plan.kit, kitRoot: aHash(hashSchema, "other-kit") } },
    });
    expect(stateOf("sameQuestions", aLoop(), [sameCandidate, otherKit])).toBe("notLogged");
    expect(stateOf("sameQuestions", aLoop(), [other])).toBe("met");
    expect(stateOf("sameInterviewers", aLoop(), [other])).toBe("met");
    const fewer = forCandidate("fewer", [{ ...slot, questionIds: [questionIdSchema.parse("q-samples")] }]);
    expect(stateOf("sameQuestions", aLoop(), [other, fewer])).toBe("notMet");
  });

  it("compares what was asked, and not the questions of a slot that was called off in one of the loops", () => {
    const calledOff = aSlot("more", [], { cancelled: true });
    expect(stateOf("sameQuestions", aLoop(), [forCandidate("other", [slot, calledOff])])).toBe("met");
    const held = aSlot("more", ["ana"]);
    expect(stateOf("sameQuestions", aLoop(), [forCandidate("other", [slot, held])])).toBe("notMet");
  });

  it("knows the same interviewers by their names, since every loop gives them other ids", () => {
    const other = forCandidate("other");
    const renamed = (names: readonly string[]): LoopRecord => ({
      ...other,
      persons: other.persons.map((person, index) => ({ ...person, name: names[index] ?? "" })),
    });
    expect(stateOf("sameInterviewers", aLoop(), [renamed(["Ben", "ANA"])])).toBe("met");
    expect(stateOf("sameInterviewers", aLoop(), [renamed(["ana", "cleo"])])).toBe("notMet");
  });

  it("is lower for answers left blank, without notes, or prompted", () => {
    const blank = aRecord([aRecordCard(noted("ana", { "q-samples": 3 }))], [slot]);
    expect(stateOf("eachAnswerRated", blank)).toBe("notMet");
    expect(stateOf("severalInterviewers", blank)).toBe("notMet");
    const silent = aRecord([aRecordCard(aCard(slot, "ana", rated))], [slot]);
    expect(stateOf("detailedNotes", silent)).toBe("notMet");
    const card = noted("ana");
    const prompted = card.answers.map((answer) => ({ ...answer, state: "prompted" as const }));
    const helped = aRecord([aRecordCard({ ...card, answers: prompted })], [slot]);
    expect(stateOf("limitedPrompting", helped)).toBe("notMet");
  });

  it("knows a level the kit says nothing about, and a scale without anchors", () => {
    const kit = aKit();
    const scale = kit.questionScale.map((point) => ({ ...point, anchor: "" }));
    expect(stateOf("anchoredScales", aLoop({ kit: { ...kit, questionScale: scale } }))).toBe("notMet");
    const silent = kit.competencies.map((competency) => ({ ...competency, levels: [] }));
    expect(stateOf("jobAnalysis", aLoop({ kit: { ...kit, competencies: silent } }))).toBe("notMet");
  });

  it("counts a card that saw the others first as discussion", () => {
    const late = aRecordCard(noted("ben"), { independent: false, dependence: ["sawRevealFirst"] });
    expect(stateOf("noDiscussion", aRecord([aRecordCard(noted("ana")), late], [slot]))).toBe("notMet");
  });

  it("asks of a decision whether it kept to the numbers", () => {
    const decided = { decidedAt: noon };
    expect(stateOf("statisticalCombination", aLoop({ ...decided, decision: aHire() }))).toBe("met");
    const against = aHire({ overrideReason: "The references." });
    expect(stateOf("statisticalCombination", aLoop({ ...decided, decision: against }))).toBe("notMet");
  });

  it("meets nothing by an empty record", () => {
    const { components } = structureScore(aRecord([], [slot]), []);
    const byCards = ["limitedPrompting", "eachAnswerRated", "detailedNotes", "noDiscussion"];
    for (const { component, state } of components)
      if (byCards.includes(component)) expect(state, component).toBe("notMet");
  });
});
