import { expect, it } from "vitest";
import { applyEdit } from "../../../../src/domain/kit/edit/apply-edit";
import type { Kit } from "../../../../src/domain/kit/kit";
import type { KitRule } from "../../../../src/domain/kit/lint/finding";
import { lintKit } from "../../../../src/domain/kit/lint/lint-kit";
import { unwrap } from "../../../../src/domain/result";
import { newQuestionIn, remedyFor } from "../../../../src/features/kit/edit/remedies";
import { aKit } from "../../../support/builders/kit";

const kit = unwrap(
  applyEdit(unwrap(applyEdit(aKit(), { type: "add", list: "rounds", name: "Second talk", salt: "r" })), {
    type: "addCompetency",
    disciplineId: "bench-work",
    name: "Records",
    salt: "c",
  }),
);

const remedied = (from: Kit, rule: KitRule, name: string): Kit => {
  const about = from.competencies.find((competency) => competency.name === name)?.id;
  const finding = lintKit(from).find((one) => one.rule === rule && one.place.id === about);
  const remedy = finding && remedyFor(from, finding, { prompt: "Tell us …", salt: "s" });
  return (remedy?.edits ?? []).reduce((now, edit) => unwrap(applyEdit(now, edit(now))), from);
};

const about = (of: Kit, name: string) =>
  lintKit(of)
    .filter(({ place }) => of.competencies.some((one) => one.id === place.id && one.name === name))
    .map(({ rule }) => rule)
    .filter((rule) => rule !== "levelTextMissing");

it("a competency that nobody asks about gets a question in the round with the fewest, for every level", () => {
  const after = remedied(kit, "competencyNotAsked", "Records");
  const question = newQuestionIn(kit, after);
  expect(question).toMatchObject({ prompt: "Tell us …", levelIds: [] });
  expect(after.rounds.find(({ id }) => id === question?.roundId)?.name).toBe("Second talk");
  expect(about(after, "Records")).toEqual(["competencyInOneRound"]);
});

it("a competency whose question stands in no round gets the round and no second question", () => {
  const loose = unwrap(applyEdit(kit, { type: "setRound", questionId: "q-samples", roundId: null }));
  const after = remedied(loose, "competencyNotAsked", "Sample handling");
  expect(after.questions).toHaveLength(kit.questions.length);
  const question = after.questions.find(({ id }) => id === "q-samples");
  expect(after.rounds.find(({ id }) => id === question?.roundId)?.name).toBe("Second talk");
  expect(about(after, "Sample handling")).toEqual(["competencyInOneRound"]);
});

it("there is nothing to press about a competency that nobody asks about where the kit has no round", () => {
  const bare: Kit = {
    ...kit,
    rounds: [],
    questions: kit.questions.map((question) => ({ ...question, roundId: null })),
  };
  const finding = lintKit(bare).find(({ rule }) => rule === "competencyNotAsked");
  expect(finding && remedyFor(bare, finding, { prompt: "Tell us …", salt: "s" })).toBeNull();
});

it("a competency that one round asks about is asked in another, with the same signs under ids of their own", () => {
  const after = remedied(kit, "competencyInOneRound", "Sample handling");
  const question = newQuestionIn(kit, after);
  expect(question?.roundId).not.toBe("bench-interview");
  expect(question?.positive.map(({ text }) => text)).toEqual(
    kit.questions[0]?.positive.map(({ text }) => text),
  );
  expect(about(after, "Sample handling")).toEqual([]);
});

it("there is nothing to press where the kit has no other round, or only words help", () => {
  const finding = (rule: KitRule) =>
    ({ rule, place: { part: "competency", id: "sample-handling" }, about: "" }) as const;
  expect(remedyFor(aKit(), finding("competencyInOneRound"), { prompt: "", salt: "" })).toBeNull();
  expect(remedyFor(kit, finding("levelTextMissing"), { prompt: "", salt: "" })).toBeNull();
});
