import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { competencyIdSchema, levelIdSchema } from "../../../../../src/domain/ids";
import { applyEdit } from "../../../../../src/domain/kit/edit/apply-edit";
import type { KitEdit } from "../../../../../src/domain/kit/edit/kit-edit";
import { redone, startHistory, undone, withEdit } from "../../../../../src/domain/kit/edit/kit-history";
import { textAt } from "../../../../../src/domain/kit/edit/set-text";
import { type Kit, kitSchema } from "../../../../../src/domain/kit/kit";
import { kitReferenceProblems } from "../../../../../src/domain/kit/kit-references";
import { kitToParts } from "../../../../../src/domain/kit/snapshot";
import { unwrap } from "../../../../../src/domain/result";
import { aKit } from "../../../../support/builders/kit";
import { anyEdit } from "./any-edit";
import { richKit } from "./rich-kit";

const kit = aKit();
const competencyId = competencyIdSchema.parse("sample-handling");
const edited = (edit: KitEdit, from: Kit = kit): Kit => unwrap(applyEdit(from, edit));
const refusal = (edit: KitEdit, from: Kit = kit) => {
  const result = applyEdit(from, edit);
  return result.ok ? null : result.error;
};
const promptsOf = ({ questions }: Kit) => questions.map(({ prompt }) => prompt);

describe("editing a kit", () => {
  it("changes one text and nothing else", () => {
    const spot = { in: "questions", id: "q-samples", field: "prompt" } as const;
    const next = edited({ type: "setText", spot, text: "What did you do?" });
    expect(textAt(next, spot)).toBe("What did you do?");
    expect({ ...next, questions: [] }).toEqual({ ...kit, questions: [] });
    expect(next.questions.slice(1)).toEqual(kit.questions.slice(1));
  });

  it("refuses a prompt that is only blanks, and takes a definition that is empty", () => {
    expect(
      refusal({ type: "setText", spot: { in: "questions", id: "q-samples", field: "prompt" }, text: " \n" }),
    ).toEqual({ type: "emptyText" });
    const spot = { in: "attitudes", id: "candour", field: "definition" } as const;
    expect(textAt(edited({ type: "setText", spot, text: "" }), spot)).toBe("");
  });

  it("writes a cell of the framework that the kit did not have, in the order of the levels, and takes an empty one out", () => {
    const spot = {
      in: "cell",
      competencyId: "instrument-care",
      levelId: "senior",
      field: "requirement",
    } as const;
    const next = edited({ type: "setText", spot, text: "Chooses what to buy." });
    expect(next.competencies[1]?.levels.map(({ levelId, requirement }) => [levelId, requirement])).toEqual([
      ["junior", "Calibrates with a checklist."],
      ["senior", "Chooses what to buy."],
    ]);
    expect(edited({ type: "setText", spot, text: "" }, next)).toEqual(kit);
  });

  it("takes lines as a list: one a line, without empty ones", () => {
    const spot = { in: "exerciseLines", id: "spill", field: "groundRules" } as const;
    const next = edited({ type: "setText", spot, text: "No shouting\n\n  Nobody leaves  \n" });
    expect(next.exercises[0]?.groundRules).toEqual(["No shouting", "Nobody leaves"]);
  });

  it("removes no competency that a question asks about, and names the question", () => {
    expect(refusal({ type: "remove", list: "competencies", id: "sample-handling" })).toEqual({
      type: "stillUsed",
      by: ["Tell us about a sample that was nearly lost."],
    });
    const without = edited({ type: "remove", list: "questions", id: "q-samples" });
    expect(
      edited({ type: "remove", list: "competencies", id: "sample-handling" }, without).competencies,
    ).toHaveLength(1);
  });

  it("removes a discipline, an attitude or a round only once nothing belongs to it", () => {
    expect(refusal({ type: "remove", list: "disciplines", id: "bench-work" })?.type).toBe("stillUsed");
    expect(refusal({ type: "remove", list: "attitudes", id: "candour" })?.type).toBe("stillUsed");
    expect(refusal({ type: "remove", list: "rounds", id: "bench-interview" })?.type).toBe("stillUsed");
  });

  it("removes a level with its texts, but not one that a question is meant for alone, nor the last", () => {
    expect(refusal({ type: "remove", list: "levels", id: "junior" })?.type).toBe("stillUsed");
    const one = edited({ type: "remove", list: "levels", id: "senior" });
    expect(one.competencies[0]?.levels.map(({ levelId }) => levelId)).toEqual(["junior"]);
    const forAll = edited({ type: "setLevels", questionId: "q-samples", levelIds: [] }, one);
    expect(refusal({ type: "remove", list: "levels", id: "junior" }, forAll)).toEqual({ type: "lastLevel" });
  });

  it("duplicates a question behind itself, with signs under ids of their own", () => {
    const next = edited({ type: "duplicateQuestion", id: "q-samples", salt: "k7" });
    expect(promptsOf(next).slice(0, 2)).toEqual([promptsOf(kit)[0], promptsOf(kit)[0]]);
    expect(next.questions[1]?.positive.map(({ text }) => text)).toEqual(
      kit.questions[0]?.positive.map(({ text }) => text),
    );
    expect(kitReferenceProblems(next)).toEqual([]);
  });

  it("moves a question before another or to the end, and a sign to the other side", () => {
    const last = promptsOf(kit)[2];
    expect(
      promptsOf(edited({ type: "move", list: "questions", id: "q-candour", before: "q-samples" }))[0],
    ).toBe(last);
    expect(promptsOf(edited({ type: "move", list: "questions", id: "q-samples", before: null }))[2]).toBe(
      promptsOf(kit)[0],
    );
    const turned = edited({
      type: "moveSign",
      id: "q-samples-good-1",
      side: "negative",
      before: "q-samples-warn-1",
    });
    expect(turned.questions[0]?.negative.map(({ id }) => id)).toEqual([
      "q-samples-good-1",
      "q-samples-warn-1",
    ]);
  });

  it("moves a question to another round, and to none", () => {
    const two = edited({ type: "add", list: "rounds", name: "Second talk", salt: "z" });
    const roundId = two.rounds[1]?.id ?? "";
    const moved = edited({ type: "setRound", questionId: "q-samples", roundId }, two);
    expect(moved.questions[0]?.roundId).toBe(roundId);
    expect(
      edited({ type: "setRound", questionId: "q-samples", roundId: null }, moved).questions[0]?.roundId,
    ).toBeNull();
    expect(refusal({ type: "setRound", questionId: "q-samples", roundId: "nowhere" })).toEqual({
      type: "gone",
    });
  });

  it("keeps a question for every level as meant for all, so that it is for a level that is added later", () => {
    const levelIds = kit.levels.map(({ id }) => id);
    expect(edited({ type: "setLevels", questionId: "q-samples", levelIds }).questions[0]?.levelIds).toEqual(
      [],
    );
    expect(
      edited({ type: "setLevels", questionId: "q-candour", levelIds: ["senior"] }).questions[2]?.levelIds,
    ).toEqual([levelIdSchema.parse("senior")]);
  });

  it("refuses minutes outside one to six hundred, and takes none", () => {
    const spot = { in: "rounds", id: "bench-interview", field: "minutes" } as const;
    for (const value of [0, 601, 1.5, Number.NaN])
      expect(refusal({ type: "setNumber", spot, value })).toEqual({ type: "badNumber", least: 1, most: 600 });
    expect(edited({ type: "setNumber", spot, value: null }).rounds[0]?.minutes).toBeNull();
  });

  it("adds a question only about what the kit has", () => {
    const question = { type: "addQuestion", levelIds: [], roundId: null, prompt: "Why?", salt: "a" } as const;
    expect(promptsOf(edited({ ...question, target: { kind: "competency", competencyId } })).at(-1)).toBe(
      "Why?",
    );
    const unknown = competencyIdSchema.parse("unknown");
    expect(refusal({ ...question, target: { kind: "competency", competencyId: unknown } })).toEqual({
      type: "gone",
    });
  });
});

/** A history after some edits; those that are refused are left out. */
const afterEdits = (from: Kit, steps: number): fc.Arbitrary<ReturnType<typeof startHistory>> => {
  const grow = (history: ReturnType<typeof startHistory>, left: number): fc.Arbitrary<typeof history> =>
    left === 0
      ? fc.constant(history)
      : anyEdit(history.kit).chain((edit) => {
          const next = applyEdit(history.kit, edit);
          return grow(next.ok ? withEdit(history, next.value, null, 0) : history, left - 1);
        });
  return grow(startHistory(from), steps);
};

const seed = 20261123;

describe("any edits in a row", () => {
  it("leave a kit that fits its schema, whose references hold and that lies apart in parts", () => {
    fc.assert(
      fc.property(afterEdits(richKit, 8), ({ kit: after }) => {
        expect(kitSchema.parse(after)).toEqual(after);
        expect(kitReferenceProblems(after)).toEqual([]);
        kitToParts(after);
      }),
      { seed, numRuns: 150 },
    );
  });

  it("taken back one by one give the kit as it was, and made again the kit as it became", () => {
    fc.assert(
      fc.property(afterEdits(richKit, 8), (history) => {
        let back = history;
        for (const _ of history.past) back = unwrap(undone(back));
        expect(back.kit).toEqual(richKit);
        let again = back;
        for (const _ of history.past) again = unwrap(redone(again));
        expect(again.kit).toEqual(history.kit);
        expect(again.future).toEqual([]);
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe("a history", () => {
  const spot = { in: "kit", field: "title" } as const;
  const typed = (from: ReturnType<typeof startHistory>, text: string, atMs: number) =>
    withEdit(from, edited({ type: "setText", spot, text }, from.kit), "title", atMs);

  it("takes a burst of typing back as one, and what was typed after a pause alone", () => {
    const burst = typed(typed(startHistory(kit), "L", 1000), "La", 1500);
    const later = typed(burst, "Lab", 9000);
    const back = unwrap(undone(later));
    expect(back.kit.title).toBe("La");
    expect(unwrap(undone(back)).kit).toEqual(kit);
  });

  it("has nothing to make again after a new edit", () => {
    const back = unwrap(undone(typed(startHistory(kit), "L", 0)));
    expect(back.future).toHaveLength(1);
    expect(typed(back, "M", 5000).future).toEqual([]);
  });
});
