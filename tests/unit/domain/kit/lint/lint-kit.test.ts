import { describe, expect, it } from "vitest";
import type { Kit, Question } from "../../../../../src/domain/kit/kit";
import { kitSchema } from "../../../../../src/domain/kit/kit";
import { parseKitFile } from "../../../../../src/domain/kit/kit-file";
import type { KitRule } from "../../../../../src/domain/kit/lint/finding";
import { lintKit } from "../../../../../src/domain/kit/lint/lint-kit";
import { aKit } from "../../../../support/builders/kit";

const found = (kit: Kit, rule: KitRule) =>
  lintKit(kit).flatMap((finding) => (finding.rule === rule ? [[finding.place.id, finding.about]] : []));

/** The small kit with its first question changed; checked like any kit from outside. */
const withQuestion = (change: Partial<Question>): Kit => {
  const [first, ...rest] = aKit().questions;
  return kitSchema.parse(aKit({ questions: [{ ...first, ...change } as Question, ...rest] }));
};

describe("what a kit is looked at again for", () => {
  it("is a competency without a text at a level", () => {
    expect(found(aKit(), "levelTextMissing")).toEqual([["instrument-care", "Senior"]]);
  });

  it("is a competency nobody asks about, and one that only one round asks about", () => {
    expect(found(withQuestion({ roundId: null }), "competencyNotAsked")).toEqual([["sample-handling", ""]]);
    expect(found(aKit(), "competencyInOneRound")).toEqual([
      ["sample-handling", ""],
      ["instrument-care", ""],
    ]);
    const kit = aKit();
    const [first] = kit.questions;
    const [round] = kit.rounds;
    const second = kitSchema.parse({
      ...kit,
      rounds: [...kit.rounds, { ...round, id: "second" }],
      questions: [
        ...kit.questions,
        { ...first, id: "q-again", roundId: "second", positive: [], negative: [] },
      ],
    });
    expect(found(second, "competencyInOneRound")).toEqual([["instrument-care", ""]]);
  });

  it("is a question without a round, or without signs on one of the sides", () => {
    expect(found(withQuestion({ roundId: null }), "questionWithoutRound")).toEqual([["q-samples", ""]]);
    expect(found(withQuestion({ negative: [] }), "questionWithoutSigns")).toEqual([["q-samples", ""]]);
    expect(found(aKit(), "questionWithoutSigns")).toEqual([]);
  });

  it.each([
    "What went wrong? What did you change?",
    "Tell us about a sample that was lost and how you found out.",
  ])("is a prompt that asks two things: %s", (prompt) => {
    expect(found(withQuestion({ prompt }), "twoQuestionsInOne")).toEqual([["q-samples", ""]]);
  });

  it.each(["Tell us about a sample that was nearly lost.", "How do you label and store samples?"])(
    "is not a prompt that asks one: %s",
    (prompt) => {
      expect(found(withQuestion({ prompt }), "twoQuestionsInOne")).toEqual([]);
    },
  );

  it.each([
    ["How old were you when you began?", "How old"],
    ["Do you plan to have children?", "children"],
    ["Is English your mother tongue?", "mother tongue"],
    ["Which trade union are you in?", "trade union"],
  ])("is a prompt on a protected topic: %s", (prompt, word) => {
    expect(found(withQuestion({ prompt }), "protectedTopic")).toEqual([["q-samples", word]]);
  });

  it("is a knock-out, a video prompt or a resume criterion on a protected topic", () => {
    const video = { title: "", format: "", responseSeconds: null, preparationSeconds: null, takes: null };
    const kit = kitSchema.parse({
      ...aKit(),
      knockOuts: [
        { id: "k", prompt: "Are you pregnant?", answer: { form: "yesNo", disqualifying: "yes" } },
        { id: "l", prompt: "Do you work nights?", answer: { form: "yesNo", disqualifying: "no" } },
      ],
      videoPrompts: [{ id: "v", prompt: "Tell us about your church.", ...video }],
      resumeCriteria: [
        { id: "r", form: "statement", text: "A native speaker of English.", weight: 1 },
        { id: "s", form: "statement", text: "Writes clear English.", weight: 1 },
      ],
    });
    expect(lintKit(kit).flatMap(({ rule, place }) => (rule === "protectedTopic" ? [place] : []))).toEqual([
      { part: "knockOut", id: "k" },
      { part: "videoPrompt", id: "v" },
      { part: "resumeCriterion", id: "r" },
    ]);
  });

  it.each(["Tell us about a time when …", "Tell us about a time when..."])(
    "is a question that nobody wrote to its end: %s",
    (prompt) => {
      expect(found(withQuestion({ prompt }), "questionUnfinished")).toEqual([["q-samples", ""]]);
      expect(found(aKit(), "questionUnfinished")).toEqual([]);
    },
  );

  it("is no question without a competency: a kit cannot have one, and the place is named", () => {
    const text = JSON.stringify(
      withQuestion({ target: { kind: "competency", competencyId: "nowhere" as never } }),
    );
    expect(parseKitFile(text)).toMatchObject({
      ok: false,
      error: { type: "danglingReference", from: "questions[0].target.competencyId", to: "nowhere" },
    });
  });

  it.each(["How do you manage a storage problem?", "Which package did you trace?"])(
    "is not a word that only contains one: %s",
    (prompt) => {
      expect(found(withQuestion({ prompt }), "protectedTopic")).toEqual([]);
    },
  );

  it("is a sign that says what somebody is and not what they do", () => {
    const [first] = aKit().questions;
    const seen = first?.positive[0];
    const vague = { ...seen, text: "Is passionate about quality." } as NonNullable<typeof seen>;
    expect(found(withQuestion({ positive: [vague] }), "signNotObservable")).toEqual([
      ["q-samples", "Is passionate about quality."],
    ]);
    expect(found(aKit(), "signNotObservable")).toEqual([]);
  });

  it("is an exercise whose ratings nobody explained", () => {
    const [exercise] = aKit().exercises;
    if (exercise === undefined) throw new Error("the small kit has an exercise");
    expect(found(aKit({ exercises: [{ ...exercise, anchors: [] }] }), "exerciseWithoutAnchors")).toEqual([
      ["spill", ""],
    ]);
    const told = { ...exercise, anchors: [{ label: "Meets", text: "Everybody was safe." }] };
    expect(found(aKit({ exercises: [told] }), "exerciseWithoutAnchors")).toEqual([]);
    expect(found(aKit({ exercises: [told] }), "anchorMissing")).toEqual([
      ["spill", "Below"],
      ["spill", "Exceeds"],
    ]);
    const scale = aKit().exerciseScale.map((point) => ({ ...point, anchor: `What ${point.label} means.` }));
    expect(found(aKit({ exercises: [told], exerciseScale: scale }), "anchorMissing")).toEqual([]);
  });

  it("is a round with more questions than its minutes hold, level by level", () => {
    const [round] = aKit().rounds;
    if (round === undefined) throw new Error("the small kit has a round");
    // Three questions for juniors, two for seniors: twelve and eight minutes at least.
    expect(found(aKit({ rounds: [{ ...round, minutes: 11 }] }), "roundOverfull")).toEqual([
      ["bench-interview", "Junior"],
    ]);
    expect(found(aKit({ rounds: [{ ...round, minutes: 12 }] }), "roundOverfull")).toEqual([]);
    expect(found(aKit({ rounds: [{ ...round, minutes: null }] }), "roundOverfull")).toEqual([]);
  });
});
