import { describe, expect, it } from "vitest";
import {
  competencyIdSchema,
  disciplineIdSchema,
  kitIdSchema,
  levelIdSchema,
  roundIdSchema,
} from "../../../../src/domain/ids";
import { applyEdit } from "../../../../src/domain/kit/edit/apply-edit";
import type { KitEdit } from "../../../../src/domain/kit/edit/kit-edit";
import type { Kit } from "../../../../src/domain/kit/kit";
import { kitDifferences } from "../../../../src/domain/kit/kit-differences";
import { unwrap } from "../../../../src/domain/result";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";

const kit = aKit();
const competencyId = competencyIdSchema.parse("instrument-care");
const cell = { in: "cell", competencyId, field: "requirement" } as const;

const withQuestions = (change: (questions: Kit["questions"]) => Kit["questions"]): Kit => ({
  ...kit,
  questions: change(kit.questions),
});

describe("the differences of two kits", () => {
  it("are none between a kit and its twin, whatever the twin's id", () => {
    expect(kitDifferences(kit, aKit({ id: anId(kitIdSchema, "twin") }))).toEqual([]);
  });

  it("name an item that is gone and one that is new, by what it is called", () => {
    const less = withQuestions((questions) => questions.slice(1));
    const item = {
      list: "questions",
      id: "q-samples",
      name: "Sample handling: Tell us about a sample that was nearly lost.",
    };
    expect(kitDifferences(kit, less)).toEqual([{ type: "removed", ...item }]);
    expect(kitDifferences(less, kit)).toEqual([{ type: "added", ...item }]);
  });

  it("name the fields of an item that say something else, with both texts and without ids", () => {
    const changed = withQuestions(([first, ...others]) => {
      if (first === undefined) throw new Error("the builder's kit has questions");
      const positive = first.positive.map((sign) => ({ ...sign, text: `${sign.text} Twice.` }));
      return [{ ...first, prompt: "Which sample?", positive }, ...others];
    });
    expect(kitDifferences(kit, changed)).toEqual([
      {
        type: "changed",
        list: "questions",
        id: "q-samples",
        name: "Sample handling: Which sample?",
        fields: [
          {
            field: "prompt",
            before: "Tell us about a sample that was nearly lost.",
            after: "Which sample?",
          },
          {
            field: "positive",
            before: "Names the figure and where it came from.\nSays what changed afterwards.",
            after: "Names the figure and where it came from. Twice.\nSays what changed afterwards. Twice.",
          },
        ],
      },
    ]);
  });

  it("call what an item refers to by its name, as each side calls it, and never by an id", () => {
    const after = [
      { type: "setText", spot: { in: "levels", id: "senior", field: "name" }, text: "Lead" },
      { type: "setRound", questionId: "q-samples", roundId: null },
      { type: "setLevels", questionId: "q-samples", levelIds: ["senior"] },
      { type: "setTarget", questionId: "q-samples", target: { kind: "competency", competencyId } },
      { type: "setText", spot: { ...cell, levelId: "senior" }, text: "Chooses what to buy." },
    ].reduce((from, edit) => unwrap(applyEdit(from, edit as KitEdit)), kit);
    const fields = kitDifferences(kit, after).flatMap((one) => (one.type === "changed" ? one.fields : []));
    expect(fields).toEqual(
      expect.arrayContaining([
        { field: "roundId", before: "Bench interview", after: "" },
        { field: "levelIds", before: "Junior", after: "Lead" },
        { field: "target", before: "Sample handling", after: "Instrument care" },
        {
          field: "levels",
          before: "Junior: Calibrates with a checklist.",
          after: "Junior: Calibrates with a checklist.\nLead: Chooses what to buy.",
        },
      ]),
    );
    const texts = fields.flatMap(({ before, after }) => [before, after]).join("\n");
    for (const id of ["bench-interview", "instrument-care", "sample-handling", "bench-work"])
      expect(texts).not.toContain(id);
  });

  it("call a round by the round's name where a discipline and a level have the same id", () => {
    const [round, discipline, level] = [kit.rounds[0], kit.disciplines[0], kit.levels[0]];
    if (round === undefined || discipline === undefined || level === undefined) throw new Error("no parts");
    const twins: Kit = {
      ...kit,
      rounds: [...kit.rounds, { ...round, id: roundIdSchema.parse("technical"), name: "Technical round" }],
      disciplines: [
        ...kit.disciplines,
        { ...discipline, id: disciplineIdSchema.parse("technical"), name: "Technical discipline" },
      ],
      levels: [...kit.levels, { ...level, id: levelIdSchema.parse("technical"), name: "Technical level" }],
    };
    const after = [
      { type: "setRound", questionId: "q-samples", roundId: "technical" },
      { type: "setLevels", questionId: "q-samples", levelIds: ["technical"] },
      { type: "setDiscipline", competencyId, disciplineId: "technical" },
    ].reduce((from, edit) => unwrap(applyEdit(from, edit as KitEdit)), twins);
    const fields = kitDifferences(twins, after).flatMap((one) => (one.type === "changed" ? one.fields : []));
    expect(fields).toEqual(
      expect.arrayContaining([
        { field: "roundId", before: "Bench interview", after: "Technical round" },
        { field: "levelIds", before: "Junior", after: "Technical level" },
        { field: "disciplineId", before: "Bench work", after: "Technical discipline" },
      ]),
    );
  });

  it("name what is no list of items as a whole", () => {
    const [found] = kitDifferences(kit, { ...kit, title: "Lab Lead" });
    expect(found).toEqual({
      type: "changed",
      list: "title",
      id: "",
      name: "",
      fields: [{ field: "", before: "Lab Technician", after: "Lab Lead" }],
    });
    const essay = { ...kit.essay, paragraphs: ["One.", "Two."] };
    expect(kitDifferences(kit, { ...kit, essay })).toMatchObject([
      { list: "essay", fields: [{ field: "paragraphs", after: "One.\nTwo." }] },
    ]);
  });

  it("say of a list in another order only that", () => {
    expect(
      kitDifferences(
        kit,
        withQuestions((questions) => questions.toReversed()),
      ),
    ).toEqual([{ type: "reordered", list: "questions" }]);
  });
});
