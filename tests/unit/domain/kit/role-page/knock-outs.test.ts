import { describe, expect, it } from "vitest";
import type { ImportedKit } from "../../../../../src/domain/kit/role-page";
import { parsePage } from "./pages";

const page = (below: string, heading = "Knock-Out Questions"): ImportedKit =>
  parsePage(`Any Role\n\nWhy this role is hard\n\nIt is.\n\n${heading}\n\n${below}\n`);

const answers = (below: string): unknown[] => page(below).kit.knockOuts.map(({ answer }) => answer);

describe("a knock-out question", () => {
  it.each([
    ["Are you free in May?\nDisqualifying answer: No", "no"],
    ["Are you free in May?\n\nDisqualifying answer\n\nYes", "yes"],
    ["Are you free in May?\nYes / No\nRequired answer: Yes", "no"],
    ["Are you free in May? (Disqualifying: No)", "no"],
    ["• Are you free in May?\nAccepted answer: No", "yes"],
  ])("%j ends the application with %s", (below, disqualifying) => {
    expect(answers(below)).toEqual([{ form: "yesNo", disqualifying }]);
  });

  it("has choices of which the marked ones end the application", () => {
    expect(answers("Which shift?\n- Early\n- Late\n- None (disqualifying)")).toEqual([
      {
        form: "single",
        choices: [
          { text: "Early", disqualifies: false },
          { text: "Late", disqualifies: false },
          { text: "None", disqualifies: true },
        ],
      },
    ]);
  });

  it("has several choices where the page says so, and the named ones end the application", () => {
    const below =
      "Which permits?\nFormat: Multiple choice\n- Car\n- Lorry\n- Neither\nDisqualifying answers: Neither, Car";
    expect(answers(below)).toMatchObject([
      {
        form: "multiple",
        choices: [{ disqualifies: true }, { disqualifies: false }, { disqualifies: true }],
      },
    ]);
  });

  it("has a number with its unit and its bounds", () => {
    expect(answers("How many years?\nMinimum: 2 years\nMaximum: 10 years")).toEqual([
      { form: "number", unit: "years", minimum: 2, maximum: 10 },
    ]);
  });

  it.each([
    ["without any answer", "Are you free in May?"],
    ["with choices none of which ends the application", "Which shift?\n- Early\n- Late"],
    ["with an answer that is no choice", "Which shift?\n- Early\n- Late\nDisqualifying answer: Never"],
    ["with two kinds of answer", "Are you free?\nDisqualifying answer: No\nMinimum: 2 years"],
    ["with units that differ", "How long?\nMinimum: 2 years\nMaximum: 30 months"],
  ])("%s is left unplaced and noted, because a guess would reject people", (_what, below) => {
    const { kit, report } = page(below);
    expect(kit.knockOuts).toEqual([]);
    expect(report.notes).toContainEqual({ type: "knockOutWithoutAnswer", line: 9 });
    expect(report.unplaced.map(({ line }) => line)).toContain(9);
  });

  it("is counted against what the heading announces", () => {
    const { report } = page("Are you free in May?\nDisqualifying answer: No", "4 Knockout Questions");
    expect(report.announcedButMissing).toEqual([{ what: "knockOuts", of: "", announced: 4, found: 1 }]);
  });
});
