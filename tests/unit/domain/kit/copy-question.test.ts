import { describe, expect, it } from "vitest";
import { kitIdSchema } from "../../../../src/domain/ids";
import { copyQuestion } from "../../../../src/domain/kit/copy-question";
import type { Kit } from "../../../../src/domain/kit/kit";
import { checkKitReferences } from "../../../../src/domain/kit/kit-references";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";

const from = aKit();
const question = from.questions.find(({ target }) => target.kind === "competency") ?? from.questions[0];
if (question === undefined) throw new Error("the kit has questions");

const bare = (overrides: Partial<Kit> = {}): Kit =>
  aKit({
    id: anId(kitIdSchema, "bare"),
    disciplines: [],
    competencies: [],
    attitudes: [],
    rounds: [],
    questions: [],
    exercises: [],
    ...overrides,
  });

describe("a question that is copied into another kit", () => {
  it("keeps its prompt and its signs, and leaves a kit that holds together", () => {
    const { kit, question: copy } = copyQuestion(from, question, bare());
    expect(copy.prompt).toBe(question.prompt);
    expect(copy.positive.map(({ text }) => text)).toEqual(question.positive.map(({ text }) => text));
    expect(copy.negative.map(({ text }) => text)).toEqual(question.negative.map(({ text }) => text));
    expect(checkKitReferences(kit).ok).toBe(true);
  });

  it("brings its competency and discipline along where they are missing, and says so", () => {
    const { kit, notes } = copyQuestion(from, question, bare());
    expect(kit.competencies.map(({ name }) => name)).toEqual(["Sample handling"]);
    expect(kit.disciplines.map(({ name }) => name)).toEqual(["Bench work"]);
    expect(notes).toEqual([
      { type: "disciplineAdded", name: "Bench work" },
      { type: "competencyAdded", name: "Sample handling" },
      { type: "roundLeftOut", name: "Bench interview" },
    ]);
  });

  it("finds competency, level and round by their names, whatever their ids", () => {
    const to = bare({
      levels: [{ ...from.levels[0], id: from.levels[1]?.id, name: "junior" }] as Kit["levels"],
      disciplines: from.disciplines,
      competencies: from.competencies.map((one) => ({ ...one, name: one.name.toUpperCase(), levels: [] })),
      rounds: from.rounds,
    });
    const { kit, question: copy, notes } = copyQuestion(from, question, to);
    expect(notes).toEqual([]);
    expect(kit.competencies).toHaveLength(to.competencies.length);
    expect(copy.levelIds).toEqual([from.levels[1]?.id]);
    expect(copy.roundId).toBe(question.roundId);
  });

  it("is asked at every level of a kit that has none of its levels, and that is said", () => {
    const to = bare({ levels: [{ ...from.levels[0], name: "Principal" }] as Kit["levels"] });
    const { question: copy, notes } = copyQuestion(from, question, to);
    expect(copy.levelIds).toEqual([]);
    expect(notes).toContainEqual({ type: "everyLevel" });
  });

  it("gets ids that are free, also when it is copied twice", () => {
    const once = copyQuestion(from, question, from);
    const twice = copyQuestion(from, question, once.kit);
    expect(twice.kit.questions).toHaveLength(from.questions.length + 2);
    expect(checkKitReferences(twice.kit).ok).toBe(true);
  });
});
