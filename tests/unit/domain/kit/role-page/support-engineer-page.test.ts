import { describe, expect, it } from "vitest";
import { parsePage, readPage } from "./pages";

const { kit, report } = parsePage(readPage("support-engineer"));

describe("a page in another order, in capitals, without stages, author and numbers", () => {
  it("finds every section and leaves no line without a place", () => {
    expect(report.unplaced).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(report.recognised).toMatchObject({
      disciplines: 1,
      competencies: 1,
      competencyQuestions: 1,
      attitudeQuestions: 2,
      presentations: 1,
      workSimulations: 1,
      videoPrompts: 0,
      knockOuts: 0,
    });
  });

  it("has no author where the page names none", () => {
    expect([kit.title, kit.author, kit.essay.author]).toEqual(["SUPPORT ENGINEER", "", ""]);
  });

  it("takes a count behind the heading", () => {
    expect(report.announcedButMissing).toEqual([
      { what: "competencyQuestions", of: "", announced: 5, found: 1 },
    ]);
  });

  it("reads a table whose cells are apart by tabs, an empty cell too", () => {
    expect(kit.levels.map(({ name }) => name)).toEqual(["Associate", "Senior Lead", "Principal"]);
    expect(kit.competencies[0]?.levels.map(({ requirement }) => requirement)).toEqual([
      "Follows the runbook.",
      "",
      "Writes the runbook others need.",
    ]);
  });

  it("matches the question's discipline and level to the framework's whatever their case", () => {
    expect(kit.disciplines).toHaveLength(1);
    expect(kit.questions[0]?.levelIds).toEqual(["associate"]);
  });

  it("keeps attitude questions for every level where the page does not say it shows one", () => {
    expect(kit.questions.slice(1).map(({ levelIds }) => levelIds)).toEqual([[], []]);
  });

  it("parts attitude questions without numbers by what follows a finished list", () => {
    expect(kit.attitudes.map(({ name }) => name)).toEqual(["Calm", "Curiosity"]);
    expect(kit.questions[2]?.negative.map(({ text }) => text)).toEqual(["Lost a screw"]);
  });

  it("takes the anchors' own words as the exercise scale, lowest first", () => {
    expect(kit.exerciseScale.map(({ value, label }) => [value, label])).toEqual([
      [1, "Poor"],
      [2, "Mixed"],
      [3, "Solid"],
      [4, "Outstanding"],
    ]);
  });

  it("takes unlabelled text of a work simulation as its scenario", () => {
    expect(kit.exercises[1]?.scenario).toBe("A customer writes in capitals at midnight.");
  });

  it("reads a role without archetype, its labels on lines of their own", () => {
    expect(kit.exercises[1]?.roles[0]).toMatchObject({
      name: "Angry Customer",
      archetype: "",
      playedBy: "engineer",
      motivation: "Wants a name and a time.",
      doNot: ["Do not accept a ticket number"],
    });
  });
});
