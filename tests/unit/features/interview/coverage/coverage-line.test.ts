import { describe, expect, it } from "vitest";
import type { QuestionState } from "../../../../../src/domain/card/card";
import { newCard } from "../../../../../src/domain/card/new-card";
import { questionIdSchema } from "../../../../../src/domain/ids";
import { coverageBoard } from "../../../../../src/domain/loop/coverage/coverage-board";
import type { LoopView } from "../../../../../src/domain/loop/loop-view";
import { coverageLine as lineOf } from "../../../../../src/features/interview/coverage/coverage-line";
import type { OpenView } from "../../../../../src/features/interview/desk";
import { type Subject, subjectsOf } from "../../../../../src/features/interview/subject";
import { aKit } from "../../../../support/builders/kit";
import { aLoopView } from "../../../../support/builders/loop-view";
import {
  aPerson,
  aPlan,
  aSlot,
  exerciseId,
  kitRoot,
  loopId,
  noon,
  personId,
  slotId,
} from "../../../../support/builders/record";

const panel = ["ana", "tomas", "ines"].map((name) => aPerson(name));

const mark = (name: string, question: string, state: QuestionState = "asked") => ({
  slotId: slotId("bench"),
  questionId: questionIdSchema.parse(question),
  personId: personId(name),
  state,
});

const withMarks = (...coverage: LoopView["coverage"]): OpenView => {
  const plan = aPlan([aSlot("bench", ["ana", "tomas", "ines"])]);
  return { ...aLoopView(panel, { coverage }), plan, kit: aKit() };
};

const coverageLine = (view: OpenView, subject: Subject): string => lineOf(view, coverageBoard(view), subject);

const slot = aSlot("bench", ["ana"], { exerciseId: exerciseId("spill") });
const card = newCard(slot, { loopId, personId: personId("ana"), kitRoot }, noon);
const [samples, , candour, spill] = subjectsOf(aKit(), aPlan([slot]), slot, card);
if (samples === undefined || candour === undefined || spill === undefined) throw new Error("four subjects");

describe("coverage of a competency", () => {
  it("begins with nobody", () => {
    expect(coverageLine(withMarks(), samples)).toBe("Nobody has asked about Sample handling yet.");
  });

  it("asks for a second after one, and for no third after two", () => {
    expect(coverageLine(withMarks(mark("tomas", "q-samples")), samples)).toBe(
      "Sample handling has been asked about by one person so far. It needs a second.",
    );
    const two = withMarks(mark("tomas", "q-samples"), mark("ines", "q-samples", "prompted"));
    expect(coverageLine(two, samples)).toBe("Sample handling has been asked about by 2 people so far.");
  });

  it("counts a person once, however many questions they asked, and no question that was not asked", () => {
    const marks = [
      mark("tomas", "q-samples"),
      mark("tomas", "q-samples"),
      mark("ines", "q-samples", "notAsked"),
      mark("ana", "q-samples", "skippedForTime"),
      mark("ana", "q-instruments"),
    ];
    expect(coverageLine(withMarks(...marks), samples)).toContain("by one person so far");
  });

  it("ignores marks for questions the kit does not have", () => {
    expect(coverageLine(withMarks(mark("tomas", "q-of-another-kit")), samples)).toMatch(/^Nobody/);
  });

  it("does not count raters of attitudes and exercises", () => {
    expect(coverageLine(withMarks(), candour)).toBe("An attitude is heard wherever it shows.");
    expect(coverageLine(withMarks(), spill)).toBe("An exercise is rated by its own assessors.");
  });
});
