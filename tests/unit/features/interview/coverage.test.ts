import { describe, expect, it } from "vitest";
import type { QuestionState } from "../../../../src/domain/card/card";
import { newCard } from "../../../../src/domain/card/new-card";
import { questionIdSchema } from "../../../../src/domain/ids";
import type { LoopView } from "../../../../src/domain/loop/loop-view";
import { coverageLine, ratersOf } from "../../../../src/features/interview/coverage";
import { handedToMe } from "../../../../src/features/interview/hand-offs";
import { subjectsOf } from "../../../../src/features/interview/subject";
import { aKit } from "../../../support/builders/kit";
import { aLoopView } from "../../../support/builders/loop-view";
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
} from "../../../support/builders/record";

const panel = ["ana", "tomas", "ines"].map((name) => aPerson(name));

const mark = (name: string, question: string, state: QuestionState = "asked") => ({
  slotId: slotId("bench"),
  questionId: questionIdSchema.parse(question),
  personId: personId(name),
  state,
});

const withMarks = (...coverage: LoopView["coverage"]): LoopView => aLoopView(panel, { coverage });

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
    expect(ratersOf(withMarks(...marks), "sample-handling")).toBe(1);
  });

  it("ignores marks for questions the kit does not have", () => {
    expect(ratersOf(withMarks(mark("tomas", "q-of-another-kit")), "sample-handling")).toBe(0);
  });

  it("does not count raters of attitudes and exercises", () => {
    expect(coverageLine(withMarks(), candour)).toBe("An attitude is heard wherever it shows.");
    expect(coverageLine(withMarks(), spill)).toBe("An exercise is rated by its own assessors.");
  });
});

describe("notes handed over", () => {
  const note = (from: string, to: string | null) => ({
    id: `${from}-${to}`,
    from: personId(from),
    to: to === null ? null : personId(to),
    text: "Ask for the figure.",
    at: noon,
  });

  it("are shown to whom they are for: one person, or all but the writer", () => {
    const handOffs = [note("tomas", "ana"), note("tomas", "ines"), note("ines", null), note("ana", null)];
    const shown = (me: string) =>
      handedToMe(aLoopView(panel, { me: aPerson(me), handOffs })).map(({ id }) => id);
    expect(shown("ana")).toEqual(["tomas-ana", "ines-null"]);
    expect(shown("ines")).toEqual(["tomas-ines", "ana-null"]);
    expect(shown("tomas")).toEqual(["ines-null", "ana-null"]);
  });
});
