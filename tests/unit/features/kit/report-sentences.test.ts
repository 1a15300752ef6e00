import { describe, expect, it } from "vitest";
import type { ImportNote, ImportReport } from "../../../../src/domain/kit/role-page/report";
import {
  gapSentence,
  gapSentences,
  linesSentence,
  noteSentence,
  recognisedLines,
} from "../../../../src/features/kit/import/report-sentences";
import { importTrouble } from "../../../../src/features/kit/import/words";

const recognised: ImportReport["recognised"] = {
  essayParagraphs: 1,
  levels: 3,
  disciplines: 2,
  competencies: 7,
  levelTexts: 21,
  expectations: 1,
  attitudes: 1,
  rounds: 2,
  competencyQuestions: 1,
  attitudeQuestions: 1,
  positiveIndicators: 8,
  negativeIndicators: 8,
  knockOuts: 0,
  videoPrompts: 1,
  resumeStatements: 4,
  resumeQuestions: 4,
  presentations: 1,
  workSimulations: 1,
  tests: 0,
  roles: 1,
  anchors: 6,
};

const aReport = (overrides: Partial<ImportReport> = {}): ImportReport => ({
  lines: { total: 12, blank: 2, inKit: 6, structure: 2, furniture: 1, unplaced: 1 },
  recognised,
  announcedButMissing: [],
  unplaced: [],
  furniture: [],
  notes: [],
  ...overrides,
});

describe("what a page announces and does not contain", () => {
  it("is one sentence with both numbers", () => {
    expect(gapSentence({ what: "competencyQuestions", of: "", announced: 16, found: 1 })).toBe(
      "16 competency questions announced, 1 on the page",
    );
  });

  it("says none instead of zero, and one thing in the singular", () => {
    expect(gapSentence({ what: "resumeCriteria", of: "", announced: 1, found: 0 })).toBe(
      "1 resume criterion announced, none on the page",
    );
  });

  it("names the discipline of missing competencies", () => {
    expect(gapSentence({ what: "frameworkCompetencies", of: "Bench work", announced: 4, found: 3 })).toBe(
      "4 competencies announced under “Bench work”, 3 on the page",
    );
  });
});

describe("several gaps", () => {
  it("stand in the order of a role page", () => {
    const gap = (what: "videoPrompts" | "competencyQuestions") => ({ what, of: "", announced: 3, found: 1 });
    expect(gapSentences([gap("videoPrompts"), gap("competencyQuestions")])).toEqual([
      "3 competency questions announced, 1 on the page",
      "3 video prompts announced, 1 on the page",
    ]);
  });
});

describe("the counts of a preview", () => {
  it("show everything that was looked for, what was not found too", () => {
    const lines = recognisedLines(recognised);
    expect(lines).toHaveLength(Object.keys(recognised).length);
    expect(lines).toContainEqual({ label: "Competency questions", count: 1 });
    expect(lines).toContainEqual({ label: "Knock-out questions", count: 0 });
  });

  it("say where every line with text went", () => {
    expect(linesSentence(aReport())).toBe(
      "10 lines with text: 6 in the kit, 2 headings, labels and figures, 1 that belong to the page and not to the role, 1 without a place.",
    );
  });
});

describe("a note of the import", () => {
  it("begins with its line where it has one, else with a capital", () => {
    expect(noteSentence({ type: "levelNotInFramework", line: 12, level: "Lead" })).toBe(
      "Line 12: the level “Lead” is not in the progression framework.",
    );
    expect(noteSentence({ type: "levelNotInFramework", line: 0, level: "Lead" })).toBe(
      "The level “Lead” is not in the progression framework.",
    );
  });

  it("shows both texts where two differ, so that nothing is dropped unseen", () => {
    const sentence = noteSentence({
      type: "definitionDiffers",
      line: 3,
      attitude: "Candour",
      kept: "Says it early.",
      other: "Says it at all.",
    });
    expect(sentence).toContain("Says it early.");
    expect(sentence).toContain("Says it at all.");
  });

  it("counts damaged characters in the right number", () => {
    const damaged = (count: number): ImportNote => ({ type: "damagedCharacters", count });
    expect(noteSentence(damaged(1))).toBe("1 damaged character was left out.");
    expect(noteSentence(damaged(4))).toBe("4 damaged characters were left out.");
  });
});

describe("a refused text", () => {
  it.each([
    [{ type: "empty" }, "There is no text to read."],
    [{ type: "html" }, "This is the source code of a web page (HTML), not its text."],
    [{ type: "notText", looksLike: "pdf" }, "This is a PDF, not plain text."],
    [{ type: "notText", path: "/home/me/kit.bin" }, "This is not plain text."],
    [
      { type: "tooLarge", characters: 2_500_000, limit: 2_000_000 },
      "The text is too long: 2,500,000 characters; at most 2,000,000 are read.",
    ],
    [
      { type: "tooLarge", path: "/p", size: 52_428_800, limit: 5_242_880 },
      "The file is too large: 52,428,800 bytes; at most 5,242,880 are read.",
    ],
    [
      { type: "endlessLine", line: 7, characters: 150_000, limit: 100_000 },
      "Line 7 has 150,000 characters; a line of a role page has at most 100,000.",
    ],
    [{ type: "notJson", line: 1204 }, "This is not a whole kit file: it cannot be read from line 1,204 on."],
    [{ type: "notJson", line: null }, "This is not a kit file."],
    [{ type: "notReadable", path: "/gone.txt" }, "The file /gone.txt could not be read."],
  ])("%j is explained, with the library unchanged", (failure, what) => {
    const trouble = importTrouble(failure);
    expect(trouble.what).toBe(what);
    expect(trouble.safe).toBe("The library is unchanged.");
    expect(trouble.todo).not.toBe("");
  });

  it("that is no role page says which headings were expected", () => {
    expect(importTrouble({ type: "notARolePage", expected: ["Core Evaluation", "Stage 1"] }).todo).toContain(
      "“Core Evaluation”, “Stage 1”",
    );
  });

  it("that is a damaged kit file names the places", () => {
    const problems = [
      { path: "questions[3].prompt", message: "" },
      { path: "levels", message: "" },
    ];
    expect(importTrouble({ type: "invalid", problems }).what).toBe(
      "This kit file is damaged at questions[3].prompt, levels.",
    );
    expect(importTrouble({ type: "danglingReference", from: "questions[0].roundId", to: "x" }).what).toBe(
      "This kit file names “x” at questions[0].roundId, and nothing in it is called that.",
    );
    expect(importTrouble({ type: "duplicateId", path: "rounds[1].id", id: "first" }).what).toBe(
      "This kit file uses the id “first” twice; the second time at rounds[1].id.",
    );
    expect(importTrouble({ type: "forbiddenKey", path: "essay.__proto__", key: "__proto__" }).what).toContain(
      "a field called “__proto__” at essay.__proto__",
    );
    const short = [{ path: "levels", message: "Too small" }];
    expect(importTrouble({ type: "invalid", problems: short }).what).toBe(
      "This kit file is damaged at levels (Too small).",
    );
    expect(importTrouble({ type: "newerVersion", found: 7, supported: 1 }).what).toContain(
      "of version 7, and this program reads up to version 1",
    );
  });

  it("of an unknown kind still says what is safe and names the kind", () => {
    expect(importTrouble({ type: "storeFull" }).what).toContain("storeFull");
  });
});
