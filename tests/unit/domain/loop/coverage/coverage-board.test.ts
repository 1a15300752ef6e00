import { describe, expect, it } from "vitest";
import type { QuestionState } from "../../../../../src/domain/card/card";
import { competencyIdSchema, questionIdSchema } from "../../../../../src/domain/ids";
import { type CoverageGround, coverageBoard } from "../../../../../src/domain/loop/coverage/coverage-board";
import { adviceFor, nextSlot } from "../../../../../src/domain/loop/coverage/next-slot";
import type { Slot } from "../../../../../src/domain/loop/plan";
import type { Hat } from "../../../../../src/domain/loop/roster";
import { aKit } from "../../../../support/builders/kit";
import { aCardState, aLoopView, aSealed } from "../../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, personId, slotId } from "../../../../support/builders/record";

const samples = questionIdSchema.parse("q-samples");
const instruments = questionIdSchema.parse("q-instruments");
const otherSamples = questionIdSchema.parse("q-samples-2");

const kit = aKit({
  questions: aKit().questions.flatMap((question) =>
    question.id === samples ? [question, { ...question, id: otherSamples, roundId: null }] : [question],
  ),
});

const hours: Readonly<Record<string, string>> = { first: "09:00", second: "10:00", third: "11:00" };
const at = (name: string, who: readonly string[], questions: Slot["questionIds"]): Slot =>
  aSlot(name, who, { questionIds: questions, startsAt: `2026-11-23T${hours[name]}` });

const mark = (slot: string, name: string, questionId: typeof samples, state: QuestionState = "asked") => ({
  slotId: slotId(slot),
  personId: personId(name),
  questionId,
  state,
});

interface Day {
  readonly slots: readonly Slot[];
  readonly marks?: CoverageGround["coverage"];
  readonly hats?: Readonly<Record<string, readonly Hat[]>>;
  readonly cards?: CoverageGround["cards"];
}

const ground = ({ slots, marks = [], hats = {}, cards = [] }: Day): CoverageGround => {
  const names = ["ana", "tomas", "ines", "priya"];
  const persons = names.map((name) => aPerson(name, [...(hats[name] ?? ["panelist" as const])]));
  const plan = aPlan(slots);
  return { ...aLoopView(persons, { coverage: marks, cards }), plan, kit };
};

const rowOf = (day: Day, competency = "sample-handling") => {
  const row = coverageBoard(ground(day)).competencies.find(({ competencyId }) => competencyId === competency);
  if (row === undefined) throw new Error(`no row for ${competency}`);
  return row;
};

const adviceOf = (day: Day, slot: string) => {
  const all = ground(day);
  const found = all.plan.slots.find((one) => one.slotId === slotId(slot));
  if (found === undefined) throw new Error(`no slot ${slot}`);
  return adviceFor(all, coverageBoard(all), found);
};

describe("the coverage board", () => {
  const slots = [at("second", ["ines"], [samples]), at("first", ["ana", "tomas"], [samples, instruments])];

  it("shows slots in the order in which they begin, and per competency who asked where", () => {
    const day = {
      slots,
      marks: [mark("first", "tomas", samples), mark("first", "ana", samples, "prompted")],
    };
    expect(coverageBoard(ground(day)).slots.map(({ title }) => title)).toEqual(["first", "second"]);
    expect(rowOf(day)).toMatchObject({
      raters: [personId("ana"), personId("tomas")],
      expected: [personId("ines")],
      cells: [{ state: "asked", by: [personId("ana"), personId("tomas")] }, { state: "planned" }],
    });
  });

  it("counts a person once over all slots and questions, and nobody who did not ask", () => {
    const day = {
      slots: [at("first", ["ana"], [samples, otherSamples]), at("second", ["ana", "ines"], [samples])],
      marks: [
        mark("first", "ana", samples),
        mark("first", "ana", otherSamples),
        mark("second", "ana", samples),
        mark("second", "ines", samples, "skippedForTime"),
      ],
    };
    expect(rowOf(day).raters).toEqual([personId("ana")]);
  });

  it("does not count who watches or learns, whatever they mark", () => {
    const day = {
      slots: [at("first", ["ana", "tomas", "ines"], [samples])],
      hats: { tomas: ["panelist", "shadow"], ines: ["observer"] } as const,
      marks: ["ana", "tomas", "ines"].map((name) => mark("first", name, samples)),
    };
    expect(rowOf(day)).toMatchObject({ raters: [personId("ana")], expected: [] });
  });

  it("counts nobody who marks in a slot they do not interview in", () => {
    expect(rowOf({ slots, marks: [mark("first", "priya", samples)] }).raters).toEqual([]);
  });

  it("tells what will not come any more from what was never planned", () => {
    const day = {
      slots: [at("first", ["ana"], [samples]), at("second", ["tomas"], [instruments])],
      marks: [mark("first", "ana", samples, "notAsked")],
    };
    expect(rowOf(day).cells.map(({ state }) => state)).toEqual(["missed", "none"]);
    const sealed = {
      slots: [at("first", ["ana"], [samples])],
      cards: [aCardState("ana", "first", { sealed: [aSealed("ana", "first")] })],
    };
    expect(rowOf(sealed).cells.map(({ state }) => state)).toEqual(["missed"]);
  });

  it("lists the plan's questions and others that were marked, with who did", () => {
    const day = { slots: [at("first", ["ana"], [samples])], marks: [mark("first", "ana", instruments)] };
    expect(
      coverageBoard(ground(day)).questions.map(({ question, marks }) => [question.id, marks.length]),
    ).toEqual([
      [samples, 0],
      [instruments, 1],
    ]);
  });

  it("leaves out competencies nobody can ask about at this level", () => {
    const junior = coverageBoard(ground({ slots })).competencies.map(({ competencyId }) => competencyId);
    expect(junior).toEqual(["sample-handling", "instrument-care"]);
    const senior = kit.questions.map((question) => ({ ...question, levelIds: ["senior" as never] }));
    const without = { ...ground({ slots: [at("first", ["ana"], [])] }), kit: { ...kit, questions: senior } };
    expect(coverageBoard(without).competencies).toEqual([]);
  });

  it("ignores marks for questions the kit does not have", () => {
    const foreign = questionIdSchema.parse("q-of-another-kit");
    expect(coverageBoard(ground({ slots, marks: [mark("first", "ana", foreign)] })).questions).toHaveLength(
      2,
    );
  });
});

describe("the next slot", () => {
  const slots = [at("first", ["ana"], [samples]), at("second", ["tomas"], [samples])];

  it("is the first nobody has begun, by what was done and not by the clock", () => {
    const next = (day: Omit<Day, "slots">) => {
      const all = ground({ slots, ...day });
      return nextSlot(all, coverageBoard(all))?.title ?? null;
    };
    expect(next({})).toBe("first");
    expect(next({ marks: [mark("first", "ana", samples, "skippedForTime")] })).toBe("second");
    const begun = (slot: string, name: string) =>
      aCardState(name, slot, { progress: { answered: 1, of: 3 } });
    expect(next({ cards: [begun("first", "ana")] })).toBe("second");
    expect(next({ cards: [begun("first", "ana"), begun("second", "tomas")] })).toBeNull();
  });

  it("is never one that was called off", () => {
    const [first, second] = slots;
    if (!first || !second) throw new Error("two slots");
    const all = ground({ slots: [{ ...first, interviewers: [], cancelled: true }, second] });
    expect(nextSlot(all, coverageBoard(all))?.title).toBe("second");
  });
});

describe("what a slot should keep or add", () => {
  it("is nothing where two raters asked, or enough are planned elsewhere", () => {
    const slots = [
      at("first", ["ana", "tomas"], [samples]),
      at("second", ["ines"], []),
      at("third", ["priya"], [samples]),
    ];
    const heard = [mark("first", "ana", samples), mark("first", "tomas", samples)];
    expect(adviceOf({ slots, marks: heard }, "second").filter(isAbout("sample-handling"))).toEqual([]);
    expect(
      adviceOf({ slots, marks: heard.slice(0, 1) }, "second").filter(isAbout("sample-handling")),
    ).toEqual([]);
  });

  it("keeps a planned question without which too few would have heard", () => {
    const day = {
      slots: [at("first", ["ana"], [samples]), at("second", ["ines"], [samples])],
      marks: [mark("first", "ana", samples)],
    };
    expect(adviceOf(day, "second").filter(isAbout("sample-handling"))).toMatchObject([
      { kind: "keep", questions: [{ id: samples }], raters: 1, elsewhere: 0, missedIn: [] },
    ]);
  });

  it("adds the planned question that an earlier slot left out before any other", () => {
    const day = {
      slots: [
        at("first", ["ana"], [samples]),
        at("second", ["tomas"], [otherSamples]),
        at("third", ["ines"], [instruments]),
      ],
      marks: [
        mark("first", "ana", samples, "asked"),
        mark("second", "tomas", otherSamples, "skippedForTime"),
      ],
    };
    expect(adviceOf(day, "third").filter(isAbout("sample-handling"))).toMatchObject([
      { kind: "add", questions: [{ id: otherSamples }], raters: 1, missedIn: [slotId("second")] },
    ]);
  });

  it("otherwise adds a question for the level that nobody asked, of the slot's round first", () => {
    const day = { slots: [at("first", ["ana", "tomas"], [instruments])] };
    expect(adviceOf(day, "first").filter(isAbout("sample-handling"))).toMatchObject([
      { kind: "add", questions: [{ id: samples }], raters: 0, elsewhere: 0 },
    ]);
    const asked = { ...day, marks: [mark("first", "ana", samples)] };
    expect(adviceOf(asked, "first").filter(isAbout("sample-handling"))).toMatchObject([
      { kind: "add", questions: [{ id: otherSamples }], raters: 1 },
    ]);
  });

  it("says so where the kit has no question left", () => {
    const day = {
      slots: [at("first", ["ana"], [samples, otherSamples]), at("second", ["ines"], [])],
      marks: [mark("first", "ana", samples), mark("first", "ana", otherSamples)],
    };
    expect(adviceOf(day, "second").filter(isAbout("sample-handling"))).toMatchObject([
      { kind: "add", questions: [], raters: 1 },
    ]);
  });

  it("asks nothing of a slot whose people were heard already, or do not count", () => {
    const marks = [mark("first", "ana", samples)];
    const same = [at("first", ["ana"], [samples]), at("second", ["ana"], [])];
    expect(adviceOf({ slots: same, marks }, "second").filter(isAbout("sample-handling"))).toEqual([]);
    const trainee = [at("first", ["ana"], [samples]), at("second", ["ines"], [])];
    const hats = { ines: ["panelist", "shadow"] } as const;
    expect(adviceOf({ slots: trainee, marks, hats }, "second")).toEqual([]);
  });

  it("puts what has to be added before what is only to be kept, and the thinnest first", () => {
    const day = {
      slots: [at("first", ["ana"], [samples]), at("second", ["ines"], [samples])],
      marks: [mark("first", "ana", samples)],
    };
    expect(adviceOf(day, "second").map(({ kind, competencyId }) => [kind, competencyId])).toEqual([
      ["add", "instrument-care"],
      ["keep", "sample-handling"],
    ]);
  });
});

const isAbout =
  (competency: string) =>
  ({ competencyId }: { readonly competencyId: string }): boolean =>
    competencyId === competencyIdSchema.parse(competency);
