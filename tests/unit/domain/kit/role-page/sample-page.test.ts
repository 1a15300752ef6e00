import { describe, expect, it } from "vitest";
import type { Exercise, Kit } from "../../../../../src/domain/kit/kit";
import { checkKitReferences } from "../../../../../src/domain/kit/kit-references";
import { parsePage, samplePage } from "./pages";

const page = samplePage();
const lines = (page ?? "").split("\n");

/** What stands on a line, counted from 1, without bullet, label or white space around it. */
const line = (number: number): string =>
  (lines[number - 1] ?? "")
    .replace(/^\s*(?:• )?/, "")
    .replace(/^(?:Interview round|Motivation|Scenario|Problem to solve)[:.] /, "");
const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => line(from + index));
const texts = (signs: readonly { text: string }[] | undefined): string[] =>
  (signs ?? []).map(({ text }) => text);
const exercise = (kit: Kit, kind: Exercise["kind"]): Exercise | undefined =>
  kit.exercises.find((each) => each.kind === kind);

describe.skipIf(page === null)("a role page copied from the web", () => {
  const { kit, report } = parsePage(page ?? "");

  it("leaves no line without a place and nothing to note", () => {
    expect(report.unplaced).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(checkKitReferences(kit).ok).toBe(true);
  });

  it("accounts for every line by number", () => {
    expect(report.lines).toEqual({
      total: 351,
      blank: 142,
      inKit: 159,
      structure: 42,
      furniture: 8,
      unplaced: 0,
    });
    expect(report.furniture.map((each) => each.line)).toEqual([17, 54, 90, 98, 99, 100, 101, 102]);
  });

  it("announces more questions and video prompts than it shows", () => {
    const gaps = new Map(
      report.announcedButMissing.map(({ what, announced, found }) => [what, [announced, found]]),
    );
    expect(gaps).toEqual(
      new Map([
        ["competencyQuestions", [16, 1]],
        ["attitudeQuestions", [12, 1]],
        ["videoPrompts", [3, 1]],
      ]),
    );
    expect(kit.announced).toEqual({
      competencyQuestions: 16,
      attitudeQuestions: 12,
      videoPrompts: 3,
      resumeCriteria: 8,
    });
  });

  it("has title, author, essay and lead texts", () => {
    expect([kit.title, kit.author, kit.essay.author]).toEqual([line(1), line(3), line(3)]);
    expect(`${kit.essay.title} · ${kit.essay.author}`).toBe(line(5));
    expect(kit.essay.paragraphs).toEqual([line(7)]);
    expect(kit.intros.map(({ section, title, paragraphs }) => [section, title, paragraphs.length])).toEqual([
      ["core", line(9), 2],
      ["competencyQuestions", line(15), 0],
      ["attitudeQuestions", line(52), 0],
      ["supporting", line(76), 2],
      ["application", line(82), 2],
      ["resumeScreen", line(112), 2],
      ["interviews", line(134), 2],
      ["framework", line(283), 1],
    ]);
  });

  it("has the competency question with all that is said about it", () => {
    const [question] = kit.questions;
    const competency = kit.competencies.find(({ name }) => name === line(24));
    expect(competency?.levels[0]).toMatchObject({
      levelId: "junior",
      requirement: line(26),
      expectation: line(30),
    });
    expect(question).toMatchObject({
      target: { kind: "competency", competencyId: competency?.id },
      levelIds: ["junior"],
      prompt: line(34),
    });
    expect(kit.rounds[0]?.name).toBe(line(32));
    expect(texts(question?.positive)).toEqual(range(38, 42));
    expect(texts(question?.negative)).toEqual(range(46, 50));
  });

  it("has the attitude question at the level the page says it shows", () => {
    const [, question] = kit.questions;
    expect(kit.attitudes).toMatchObject([{ name: line(56), definition: line(58) }]);
    expect(kit.rounds[1]?.name).toBe(line(60));
    expect(question).toMatchObject({ prompt: line(62), levelIds: ["junior"], roundId: kit.rounds[1]?.id });
    expect(texts(question?.positive)).toEqual(range(66, 68));
    expect(texts(question?.negative)).toEqual(range(72, 74));
  });

  it("has the video prompt with two minutes", () => {
    expect(kit.videoPrompts).toMatchObject([
      {
        title: line(92),
        prompt: line(94),
        format: line(110),
        responseSeconds: 120,
        preparationSeconds: null,
        takes: null,
      },
    ]);
    expect(kit.knockOuts).toEqual([]);
  });

  it("has eight resume criteria, four of each form", () => {
    expect(texts(kit.resumeCriteria)).toEqual([
      ...range(121, 124),
      line(126),
      line(128),
      line(130),
      line(132),
    ]);
    expect(kit.resumeCriteria.map(({ form }) => form.charAt(0)).join("")).toBe("ssssqqqq");
  });

  it("has the presentation with everything listed under it", () => {
    const found = exercise(kit, "presentation");
    expect(found).toMatchObject({
      title: line(140),
      prompt: line(142),
      format: "deck-and-walkthrough",
      minutes: 20,
      preparation: "~2 hr prep",
      audience: line(150),
      prepare: range(154, 155),
      deliverables: [line(159)],
      groundRules: range(163, 164),
      anchors: [
        { label: "Exceeds", text: line(169) },
        { label: "Meets", text: line(171) },
        { label: "Below", text: line(173) },
      ],
      responseMinutes: 20,
    });
    expect(texts(found?.positive)).toEqual(range(181, 184));
    expect(texts(found?.negative)).toEqual(range(188, 191));
  });

  it("has the work simulation with its anchors and both sides", () => {
    const found = exercise(kit, "workSimulation");
    expect(found).toMatchObject({
      title: line(193),
      prompt: "",
      scenario: line(195),
      problem: line(197),
      format: "stakeholder-roleplay",
      minutes: 40,
      preparation: "~2 hr prep",
      successCriteria: range(205, 207),
      reviewBeforehand: range(211, 213),
      groundRules: range(217, 220),
      anchors: [
        { label: "Exceeds", text: line(257) },
        { label: "Meets", text: line(259) },
        { label: "Below", text: line(261) },
      ],
      responseMinutes: 40,
    });
    expect(texts(found?.positive)).toEqual(range(269, 273));
    expect(texts(found?.negative)).toEqual(range(277, 281));
  });

  it("has the role to play with its whole guide", () => {
    const [role, ...others] = exercise(kit, "workSimulation")?.roles ?? [];
    expect(others).toEqual([]);
    expect(`${role?.name} (${role?.archetype}, played by ${role?.playedBy})`).toBe(line(224));
    expect(role).toMatchObject({
      archetype: "skeptical_stakeholder",
      playedBy: "cross_functional",
      motivation: line(226),
      constraints: range(230, 232),
      tensions: range(236, 238),
      guidance: range(242, 245),
      doNot: range(249, 252),
    });
  });

  it("has the framework of two disciplines, seven competencies and three levels", () => {
    expect(kit.levels.map(({ name }) => name)).toEqual(["Junior", "Mid", "Senior"]);
    expect(kit.disciplines.map(({ name }) => name)).toEqual([line(287), line(324)]);
    const rows = [292, 300, 308, 316, 329, 337, 345];
    expect(kit.competencies.map(({ name }) => name)).toEqual(rows.map(line));
    expect(kit.competencies.map(({ levels }) => levels.map(({ requirement }) => requirement))).toEqual(
      rows.map((row) => [line(row + 2), line(row + 4), line(row + 6)]),
    );
    expect(kit.competencies.map(({ disciplineId }) => disciplineId === kit.disciplines[0]?.id)).toEqual(
      rows.map((row) => row < 324),
    );
  });
});
