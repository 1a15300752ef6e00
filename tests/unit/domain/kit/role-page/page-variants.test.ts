import { describe, expect, it } from "vitest";
import { parsePage, readPage } from "./pages";

const page = readPage("lab-technician");
const plain = parsePage(page);

const bullets = ["- ", "* ", "· ", "– ", "— ", "•", "▪ ", "o\t", "•\n"];

/** The same page as other programs copy it. */
const copies: readonly (readonly [how: string, text: string])[] = [
  ["with Windows line ends", page.replaceAll("\n", "\r\n")],
  ["with old Macintosh line ends", page.replaceAll("\n", "\r")],
  ["with a byte order mark", `\ufeff${page}`],
  ["with no-break spaces", page.replaceAll(" ", "\u00a0")],
  ["with white space behind every line", page.replaceAll("\n", " \t\n")],
  ["without indents", page.replace(/^ +/gm, "")],
  ["with everything indented", page.replace(/^/gm, "\t")],
  ["with a blank line after every line", page.replaceAll("\n", "\n\n")],
  ...bullets.map((mark) => [`with ${JSON.stringify(mark)} as bullet`, page.replace(/ *• /g, mark)] as const),
];

describe("a page copied another way", () => {
  it.each(copies)("%s gives the same kit", (_how, text) => {
    const read = parsePage(text);
    expect(read.kit).toEqual(plain.kit);
    expect(read.report.unplaced.map((line) => line.text)).toEqual(
      plain.report.unplaced.map((line) => line.text),
    );
  });

  it("gives the same questions and framework without any blank line", () => {
    const { kit } = parsePage(page.replace(/\n{2,}/g, "\n"));
    expect(kit.questions).toEqual(plain.kit.questions);
    expect(kit.competencies).toEqual(plain.kit.competencies);
    expect(kit.exercises).toEqual(plain.kit.exercises);
  });

  it("gives the same questions without the numbers before labels", () => {
    const { kit } = parsePage(page.replace(/^ {2}\d\. (Discipline|Job|Expected)/gm, "$1"));
    expect(kit).toEqual(plain.kit);
  });

  it("gives the same kit where lists are numbered, knock-outs aside", () => {
    for (const mark of ["1. ", "1) "]) {
      const { kit } = parsePage(page.replace(/ *• /g, mark));
      expect(kit.questions).toEqual(plain.kit.questions);
      expect(kit.exercises).toEqual(plain.kit.exercises);
    }
  });

  it("gives the same kit with headings in capitals or with colons", () => {
    const headings = /^(Positive indicators|Negative indicators|Format|Constraints|Do not|Ground rules)$/gm;
    expect(parsePage(page.replace(headings, (text) => text.toUpperCase())).kit).toEqual(plain.kit);
    expect(parsePage(page.replace(headings, "$1:")).kit).toEqual(plain.kit);
  });

  it("joins lines that were broken at the margin", () => {
    const broken = page.replace(/^(?=.{80})(.{60,75}?) (?=[a-z])/gm, "$1\n");
    expect(broken.split("\n").length).toBeGreaterThan(page.split("\n").length);
    expect(parsePage(broken).kit).toEqual(plain.kit);
  });

  it("gives the same kit with its sections in reverse order", () => {
    const headings =
      /^(?=Core Evaluation$|6 Competency|3 Attitude|Supporting|Stage \d|Knock-Out|2 Video|Resume Review|Presentation Prompt|Work Simulation Scenario|Skills Test|Progression)/m;
    const [head = "", ...sections] = page.split(new RegExp(headings, "gm"));
    const { kit } = parsePage([head, ...sections.reverse()].join("\n"));
    const sorted = (values: readonly { id: string }[]): unknown[] =>
      [...values].sort((a, b) => a.id.localeCompare(b.id));
    expect(sections).toHaveLength(14);
    expect(kit.competencies).toEqual(plain.kit.competencies);
    expect(sorted(kit.questions)).toEqual(sorted(plain.kit.questions));
    expect(sorted(kit.exercises)).toEqual(sorted(plain.kit.exercises));
  });
});

describe("a page with something missing", () => {
  const without = (start: string, end: string): string => {
    const from = page.indexOf(start);
    return page.slice(0, from) + (end === "" ? "" : page.slice(page.indexOf(end, from)));
  };

  it("has levels from its questions where the framework is missing", () => {
    const { kit } = parsePage(without("Progression Framework", ""));
    expect(kit.levels.map(({ name }) => name)).toEqual(["Technician"]);
    expect(kit.competencies[0]?.levels).toEqual([
      {
        levelId: "technician",
        requirement: "Labels and stores samples by the book.",
        expectation: "Carries most of the weight in the first year.",
      },
    ]);
  });

  it("has one level for all and says so where nothing names one", () => {
    const { kit, report } = parsePage(
      without("Core Evaluation", "Supporting Evaluation").split("Progression")[0] ?? "",
    );
    expect(kit.levels.map(({ name }) => name)).toEqual(["All levels"]);
    expect(report.notes).toContainEqual({ type: "levelsMissing" });
  });

  it("reads everything else where the core evaluation is missing", () => {
    const { kit } = parsePage(without("Core Evaluation", "Supporting Evaluation"));
    expect(kit.questions).toEqual([]);
    expect(kit.exercises).toEqual(plain.kit.exercises);
    expect(kit.announced.competencyQuestions).toBeNull();
  });

  it("has a stand-in title and says so where the page begins with a heading", () => {
    const { kit, report } = parsePage(page.slice(page.indexOf("Core Evaluation")));
    expect(kit.title).toBe("Untitled role");
    expect(report.notes).toContainEqual({ type: "titleMissing" });
  });

  it("leaves a question without a prompt out, keeps its competency, and lists its lines", () => {
    const { kit, report } = parsePage(
      page.replace("Tell us about a sample that was nearly lost. What did you do first?", ""),
    );
    expect(kit.questions.map(({ id }) => id)).not.toContain("sample-handling-technician");
    expect(report.notes).toContainEqual({
      type: "questionWithoutPrompt",
      line: 20,
      topic: "Sample Handling",
    });
    expect(report.unplaced.map(({ text }) => text)).toContain("• Names the tube and the shelf.");
  });

  it("puts a competency without discipline under General and says so", () => {
    const text = without("Progression Framework", "").replace(/ {2}1\. Discipline\n\n.*\n/g, "");
    const { kit, report } = parsePage(text);
    expect(kit.disciplines.map(({ name }) => name)).toEqual(["General"]);
    expect(report.notes.filter(({ type }) => type === "disciplineMissing")).toHaveLength(2);
  });
});

describe("a page with something no kit has a place for", () => {
  it("lists an unknown section between two known ones with every line", () => {
    const { kit, report } = parsePage(
      page.replace("Supporting Evaluation", "Benefits\n\n• A view of the harbour\n\nSupporting Evaluation"),
    );
    expect(report.unplaced.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Benefits", "• A view of the harbour"]),
    );
    expect(kit.questions).toEqual(plain.kit.questions);
  });

  it("lists a line behind the last table", () => {
    const { report } = parsePage(`${page}\n© The laboratory. All rights reserved.\n`);
    expect(report.unplaced.at(-1)?.text).toBe("© The laboratory. All rights reserved.");
  });

  it("lists a paragraph inside a bulleted list and goes on with the list", () => {
    const stray = page.replace(
      "  • Says who was told, and when.",
      "\nA stray sentence.\n\n  • Says who was told, and when.",
    );
    const { kit, report } = parsePage(stray);
    expect(kit.questions[0]?.positive).toHaveLength(2);
    expect(report.unplaced.map(({ text }) => text)).toContain("A stray sentence.");
  });

  it("sets a list of links to its sections aside", () => {
    const linked = page.replace(
      "Core Evaluation",
      "Core Evaluation\nSupporting Evaluation\nProgression Framework\nCore Evaluation",
    );
    const { kit, report } = parsePage(linked);
    expect(report.furniture.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Core Evaluation", "Supporting Evaluation", "Progression Framework"]),
    );
    expect(kit).toEqual(plain.kit);
  });

  it("sets the level switch above the essay aside", () => {
    const { kit, report } = parsePage(
      page.replace("Ines Moreau\n", "Ines Moreau\n\nTechnician\nSenior Technician\n"),
    );
    expect(report.furniture.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Technician", "Senior Technician"]),
    );
    expect(kit.author).toBe("Ines Moreau");
  });
});
