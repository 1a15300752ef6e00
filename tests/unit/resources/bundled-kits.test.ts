import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Kit, kitSchema, kitSections, type Question } from "../../../src/domain/kit/kit";
import { lintKit } from "../../../src/domain/kit/lint/lint-kit";
import { levelTextOf, questionsAtLevel } from "../../../src/domain/kit/lookup";
import { partsToKit } from "../../../src/domain/kit/parts-to-kit";
import { kitToParts } from "../../../src/domain/kit/snapshot";
import { danglingReferences, promptFault, repeatedIds, textsOf } from "../../support/kit-checks";

const folder = new URL("../../../resources/kits/", import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));

const isAbout = (question: Question, competencyId: string): boolean =>
  question.target.kind === "competency" && question.target.competencyId === competencyId;
const roundsOf = (questions: readonly Question[]) => new Set(questions.map((question) => question.roundId));
const promptsOf = (kit: Kit): readonly string[] =>
  [
    ...kit.questions,
    ...kit.videoPrompts,
    ...kit.knockOuts,
    ...kit.exercises.flatMap((exercise) => exercise.items),
  ].map((item) => item.prompt);

const protectedTopics =
  /\b(married|marriage|spouse|children|pregnan\w*|religio\w*|church|disab\w*|ethnic\w*|race|national(ity)?|native speaker|mother tongue|gender|sex|aged?|born|trade union|political|military)\b/i;
const americanSpelling =
  /\b(\w+(ization|izing|ized)|behavior|program|center|color|favor|judgment|fulfill|organize|analyze)\b/i;

it("has a kit for each of three roles", () => {
  expect(files.toSorted()).toEqual([
    "alliance-partner-manager.json",
    "customer-success-manager.json",
    "software-engineer.json",
  ]);
});

describe.each(files)("the bundled kit %s", (file) => {
  const kit = kitSchema.parse(read(file));

  it("has no field a kit does not know, and survives being taken apart", () => {
    expect(read(file)).toEqual(kit);
    expect(partsToKit(kitToParts(kit))).toEqual({ ok: true, value: { kit, withheld: [] } });
  });

  it("uses no id twice and refers to nothing it does not have", () => {
    expect(repeatedIds(kit)).toEqual([]);
    expect(danglingReferences(kit)).toEqual([]);
  });

  it("has no empty text and no stray blank, and keeps to plain dashes and quotes", () => {
    const faulty = textsOf(kit).filter(
      ([, text]) => text.trim() !== text || text === "" || /[“”‘’–—]| {2}/.test(text),
    );
    expect(faulty).toEqual([]);
  });

  it("gives the kit lint nothing to say", () => {
    expect(lintKit(kit)).toEqual([]);
  });

  it("is complete enough to run a loop from", () => {
    const kinds = kit.questions.map(({ target }) => target.kind);
    expect(kit.levels).toHaveLength(3);
    expect(kinds.filter((kind) => kind === "competency").length).toBeGreaterThanOrEqual(12);
    expect(kinds.filter((kind) => kind === "attitude").length).toBeGreaterThanOrEqual(8);
    expect(
      kit.rounds.every(({ minutes, purpose, runBy }) => minutes !== null && purpose !== "" && runBy !== ""),
    ).toBe(true);
    expect(kit.knockOuts.map(({ answer }) => answer.form).toSorted()).toEqual([
      "multiple",
      "number",
      "single",
      "yesNo",
    ]);
    expect(kit.videoPrompts.length).toBeGreaterThanOrEqual(2);
    expect(new Set(kit.resumeCriteria.map(({ form }) => form))).toEqual(new Set(["statement", "question"]));
    expect(kit.exercises.map(({ kind }) => kind)).toEqual(["presentation", "workSimulation", "test"]);
    expect(kit.intros).toHaveLength(kitSections.length);
  });

  it("guides every role player and answers every item of its test", () => {
    const roles = kit.exercises.flatMap((exercise) => exercise.roles);
    expect(roles).toHaveLength(2);
    const short = roles.filter(({ constraints, tensions, guidance, doNot }) =>
      [constraints, tensions, guidance, doNot].some((list) => list.length < 3),
    );
    expect(short.map(({ id }) => id)).toEqual([]);
    const items = kit.exercises.flatMap((exercise) => exercise.items);
    expect(items.length).toBeGreaterThanOrEqual(5);
    expect(items.filter(({ expected }) => expected.length < 40)).toEqual([]);
  });

  it("says what every competency asks for at every level", () => {
    const texts = kit.competencies.flatMap((competency) =>
      kit.levels.map((level) => levelTextOf(competency, level.id)),
    );
    expect(texts.filter((text) => text.requirement === "" || text.expectation === "")).toEqual([]);
  });

  it("asks about every competency in at least two rounds, at every level", () => {
    const asked = kit.levels.flatMap((level) =>
      kit.competencies.map((competency) => ({
        place: `${competency.id} at ${level.id}`,
        rounds: roundsOf(
          questionsAtLevel(kit, level.id).filter((question) => isAbout(question, competency.id)),
        ).size,
      })),
    );
    expect(asked.filter(({ rounds }) => rounds < 2)).toEqual([]);
  });

  it("gives every question three to five indicators on each side, and a round", () => {
    const within = (count: number): boolean => count >= 3 && count <= 5;
    const faulty = kit.questions.filter(
      ({ positive, negative, roundId }) =>
        !within(positive.length) || !within(negative.length) || roundId === null,
    );
    expect(faulty.map((question) => question.id)).toEqual([]);
  });

  it("asks one thing at a time", () => {
    const faults = promptsOf(kit).map((prompt) => [prompt, promptFault(prompt)] as const);
    expect(faults.filter(([, fault]) => fault !== null)).toEqual([]);
  });

  it("repeats no prompt and no indicator", () => {
    const signs = [...kit.questions, ...kit.exercises].flatMap((item) => [
      ...item.positive,
      ...item.negative,
    ]);
    const texts = [...promptsOf(kit), ...signs.map((sign) => sign.text)];
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  it("touches no protected topic and keeps British spelling", () => {
    const texts = textsOf({
      ...kit,
      intros: kit.intros.map(({ title, paragraphs }) => ({ title, paragraphs })),
    });
    const read = texts.filter(([place]) => !/(^|\.)\w*(id|Id|kind|form|Ids\.\d+)$/.test(place));
    expect(read.filter(([, text]) => protectedTopics.test(text) || americanSpelling.test(text))).toEqual([]);
  });

  it("gives every exercise an anchor for each point of its scale, and indicators on both sides", () => {
    for (const exercise of kit.exercises) {
      const labels = exercise.anchors.map((anchor) => anchor.label).toSorted();
      expect(labels, exercise.id).toEqual(kit.exerciseScale.map((point) => point.label).toSorted());
      expect(
        Math.min(exercise.positive.length, exercise.negative.length),
        exercise.id,
      ).toBeGreaterThanOrEqual(3);
    }
  });

  it("has what it announces, at every level", () => {
    for (const level of kit.levels) {
      const kinds = questionsAtLevel(kit, level.id).map((question) => question.target.kind);
      expect({
        competencyQuestions: kinds.filter((kind) => kind === "competency").length,
        attitudeQuestions: kinds.filter((kind) => kind === "attitude").length,
        videoPrompts: kit.videoPrompts.length,
        resumeCriteria: kit.resumeCriteria.length,
      }).toEqual(kit.announced);
    }
  });
});

describe("the kit for an alliance or partner manager", () => {
  const kit = kitSchema.parse(read("alliance-partner-manager.json"));

  it("has the full shape of a role page", () => {
    const perDiscipline = kit.disciplines.map(
      ({ id }) => kit.competencies.filter((competency) => competency.disciplineId === id).length,
    );
    expect(perDiscipline).toEqual([4, 3]);
    expect(kit.levels.map((level) => level.name)).toEqual(["Junior", "Mid", "Senior"]);
    expect(kit.announced).toEqual({
      competencyQuestions: 16,
      attitudeQuestions: 12,
      videoPrompts: 3,
      resumeCriteria: 8,
    });
    expect(kit.essay.paragraphs).toHaveLength(3);
    expect(kit.attitudes).toHaveLength(12);
    expect(kit.rounds).toHaveLength(5);
    expect(kit.questions).toHaveLength(60);
    expect(kit.questionScale).toHaveLength(4);
    expect(kit.exerciseScale.map((point) => point.label)).toEqual(["Below", "Meets", "Exceeds"]);
  });

  it("asks each competency question at one level and each attitude question at all", () => {
    const marks = kit.questions.map(({ target, levelIds }) => `${target.kind} ${levelIds.length}`);
    expect(new Set(marks)).toEqual(new Set(["competency 1", "attitude 0"]));
  });

  it("has a knock-out of every form, each with an answer that disqualifies", () => {
    expect(kit.knockOuts.map((knockOut) => knockOut.answer.form)).toEqual([
      "yesNo",
      "single",
      "multiple",
      "number",
    ]);
    for (const { answer } of kit.knockOuts) {
      if ("choices" in answer) expect(answer.choices.filter((choice) => choice.disqualifies)).toHaveLength(1);
      if (answer.form === "number") expect(answer.maximum).toBe(26);
    }
  });

  it("has a presentation, a simulation with two guided roles and a test of six answered items", () => {
    const shapes = kit.exercises.map(({ kind, roles, items }) => [kind, roles.length, items.length]);
    expect(shapes).toEqual([
      ["presentation", 0, 0],
      ["workSimulation", 2, 0],
      ["test", 0, 6],
    ]);
    const lists = kit.exercises
      .flatMap(({ roles }) => roles)
      .map((role) =>
        [role.constraints, role.tensions, role.guidance, role.doNot].map((list) => list.length >= 3),
      );
    expect(lists.flat()).not.toContain(false);
  });
});

describe("the checks on a bundled kit", () => {
  const kit = kitSchema.parse(read("alliance-partner-manager.json"));

  it.each([
    ["Tell us about a deal that you lost.", "noQuestionMark"],
    ["What happened? Who was there? What did you do?", "tooManyAsks"],
    ["Tell us about a deal. Describe the customer. What did you do?", "tooManyAsks"],
    ["How did you find the partner and what did you offer?", "twoInOne"],
    ["What did you do, and why was it late?", "twoInOne"],
    ["Tell us about a deal that you lost. What would you change?", null],
    ["A partner calls and is angry. What do you say?", null],
  ])("judge the prompt %j as %s", (prompt, fault) => {
    expect(promptFault(prompt)).toBe(fault);
  });

  it("find an id used twice and a reference to nothing", () => {
    expect(repeatedIds({ ...kit, rounds: [...kit.rounds, ...kit.rounds.slice(0, 1)] })).toEqual([
      "first-conversation",
    ]);
    const dangling = danglingReferences({ ...kit, attitudes: kit.attitudes.slice(1) });
    expect(dangling).toEqual(["attitude-candour"]);
  });
});
