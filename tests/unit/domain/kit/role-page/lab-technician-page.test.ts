import { describe, expect, it } from "vitest";
import { kitSchema } from "../../../../../src/domain/kit/kit";
import { checkKitReferences } from "../../../../../src/domain/kit/kit-references";
import { importReportSchema } from "../../../../../src/domain/kit/role-page";
import { parsePage, readPage } from "./pages";

const { kit, report } = parsePage(readPage("lab-technician"));
const texts = (signs: readonly { text: string }[]): string[] => signs.map(({ text }) => text);
const [presentation, simulation, test] = kit.exercises;

describe("a whole page with four levels", () => {
  it("becomes a kit of the right shape whose references hold", () => {
    expect(kitSchema.parse(kit)).toEqual(kit);
    expect(checkKitReferences(kit).ok).toBe(true);
    expect(importReportSchema.parse(report)).toEqual(report);
  });

  it("has title, author and the essay by paragraphs", () => {
    expect([kit.title, kit.author]).toEqual(["Lab Technician", "Ines Moreau"]);
    expect(kit.essay.title).toBe("Why this role is hard");
    expect(kit.essay.author).toBe("Ines Moreau");
    expect(kit.essay.paragraphs.map((text) => text.split(" ").length)).toEqual([23, 9]);
  });

  it("keeps headings and lead texts as the page words them", () => {
    const intros = new Map(kit.intros.map((intro) => [intro.section, intro]));
    expect(intros.get("core")?.paragraphs[0]).toBe("What decides");
    expect(intros.get("application")).toEqual({
      section: "application",
      title: "Stage 1 · Application",
      paragraphs: ["At the door", "Answers marked below end the application."],
    });
    expect(intros.get("framework")?.paragraphs).toEqual([
      "Read a row from left to right to see somebody grow.",
    ]);
    expect(intros.get("competencyQuestions")?.title).toBe("6 Competency Questions");
  });

  it("cuts level names that run together, those of several words too", () => {
    expect(kit.levels.map(({ name }) => name)).toEqual([
      "Technician",
      "Senior Technician",
      "Lab Lead",
      "Head of Lab",
    ]);
  });

  it("has a framework of two disciplines with a text per level", () => {
    expect(kit.disciplines.map(({ name }) => name)).toEqual(["Bench Work", "Quality"]);
    expect(kit.competencies.map(({ name, disciplineId }) => [name, disciplineId])).toEqual([
      ["Sample Handling", "bench-work"],
      ["Instrument Care", "bench-work"],
      ["Deviation Reports", "quality"],
    ]);
    expect(kit.competencies[1]?.levels.map(({ requirement }) => requirement)).toEqual([
      "Calibrates with a checklist.",
      "Notices drift before the checklist does.",
      "Plans maintenance for a year.",
      "Buys instruments for ten years.",
    ]);
  });

  it("puts an expectation at its level only", () => {
    expect(kit.competencies[0]?.levels.map(({ expectation }) => expectation)).toEqual([
      "Carries most of the weight in the first year.",
      "",
      "",
      "",
    ]);
  });

  it("has each competency question with competency, level, round, prompt and both sides", () => {
    const [first, second] = kit.questions;
    expect(first).toMatchObject({
      id: "sample-handling-technician",
      target: { kind: "competency", competencyId: "sample-handling" },
      levelIds: ["technician"],
      roundId: "bench-interview",
      prompt: "Tell us about a sample that was nearly lost. What did you do first?",
    });
    expect(texts(first?.positive ?? [])).toEqual([
      "Names the tube and the shelf.",
      "Says who was told, and when.",
    ]);
    expect(second?.prompt).toBe("How did you report your last mistake?\n\nWhat did the report change?");
    expect(texts(second?.negative ?? [])).toEqual(["Waits for the audit.", "Writes nothing down."]);
  });

  it("has attitudes with definition, and marks their questions with the level the page says it shows", () => {
    expect(kit.attitudes).toEqual([
      {
        id: "candour",
        name: "Candour",
        definition: "Says early what went wrong, to the person who has to know.",
      },
      { id: "patience", name: "Patience", definition: "Keeps care when nothing happens." },
    ]);
    expect(kit.questions.slice(2).map(({ target, levelIds }) => [target, levelIds])).toEqual([
      [{ kind: "attitude", attitudeId: "candour" }, ["technician"]],
      [{ kind: "attitude", attitudeId: "patience" }, ["technician"]],
    ]);
  });

  it("names each round once and knows its length where one question tells it", () => {
    expect(kit.rounds.map(({ name, minutes }) => [name, minutes])).toEqual([
      ["Bench Interview", null],
      ["Quality Round", 45],
    ]);
  });

  it("reads video prompts with time, preparation and takes; the clock tells a limit no line states", () => {
    expect(kit.videoPrompts).toEqual([
      {
        id: "door-screen-first-video",
        title: "Door Screen: First Video",
        prompt: "Show us how you would explain a pipette to a new colleague.",
        format: "Recorded video",
        responseSeconds: 120,
        preparationSeconds: null,
        takes: null,
      },
      {
        id: "door-screen-second-video",
        title: "Door Screen: Second Video",
        prompt: "What is on your bench when you leave it?",
        format: "Recorded video",
        responseSeconds: 90,
        preparationSeconds: 30,
        takes: 2,
      },
    ]);
  });

  it("tells resume criteria that are statements from those that are questions", () => {
    expect(kit.resumeCriteria.map(({ form, weight }) => [form, weight])).toEqual([
      ["statement", 1],
      ["statement", 1],
      ["question", 1],
      ["question", 1],
    ]);
    expect(kit.resumeCriteria[2]?.text).toBe("Does the letter say why this laboratory?");
  });

  it("reads the presentation with everything listed under it", () => {
    expect(presentation).toMatchObject({
      kind: "presentation",
      title: "Presentation Prompt",
      prompt: "Talk about a measurement you once had to repeat.",
      format: "talk-with-slides",
      minutes: 15,
      preparation: "~1 hr prep",
      audience: "Panel (laboratory, quality)",
      prepare: ["Three slides", "One raw table"],
      deliverables: ["The slides"],
      groundRules: ["No names of former employers"],
      responseMinutes: 15,
      anchors: [
        { label: "Exceeds", text: "Finds the cause and shows how to see it earlier." },
        { label: "Meets", text: "Finds the cause." },
        { label: "Below", text: "Repeats without a reason." },
      ],
    });
    expect(texts(presentation?.positive ?? [])).toEqual(["Starts from the raw data"]);
    expect(texts(presentation?.negative ?? [])).toEqual(["Hides the failed run"]);
  });

  it("reads the work simulation with scenario, problem, criteria and anchors", () => {
    expect(simulation).toMatchObject({
      kind: "workSimulation",
      scenario: "A freezer alarm goes off ten minutes before the end of the shift. The next shift is late.",
      problem: "Save the samples and hand over so that nobody has to guess.",
      format: "role-play",
      minutes: 30,
      preparation: "~20 min prep",
      successCriteria: ["Samples moved in order of worth"],
      reviewBeforehand: ["The freezer map"],
      groundRules: ["Think aloud"],
      responseMinutes: 30,
    });
    expect(simulation?.anchors.map(({ label }) => label)).toEqual(["Exceeds", "Meets", "Below"]);
  });

  it("gives every role its own guide", () => {
    expect(simulation?.roles).toEqual([
      {
        id: "shift-lead",
        name: "Shift Lead",
        archetype: "hurried_owner",
        playedBy: "hiring_manager",
        motivation: "Wants to go home on time without a report.",
        constraints: ["Has no spare freezer"],
        tensions: ["Asks to skip the log"],
        guidance: ["Stays friendly"],
        doNot: ["Do not name the samples that matter"],
      },
      {
        id: "night-guard",
        name: "Night Guard",
        archetype: "outsider",
        playedBy: "cross_functional",
        motivation: "Wants clear words.",
        constraints: ["May not touch samples"],
        tensions: [],
        guidance: [],
        doNot: [],
      },
    ]);
  });

  it("reads a test with its tasks", () => {
    expect(test).toMatchObject({ kind: "test", format: "written", minutes: 25, responseMinutes: null });
    expect(test?.items.map(({ prompt }) => prompt)).toEqual([
      "Find the drift.",
      "Write the entry for the log.",
    ]);
  });
});

describe("the report of that page", () => {
  it("counts what was recognised", () => {
    expect(report.recognised).toEqual({
      essayParagraphs: 2,
      levels: 4,
      disciplines: 2,
      competencies: 3,
      levelTexts: 12,
      expectations: 2,
      attitudes: 2,
      rounds: 2,
      competencyQuestions: 2,
      attitudeQuestions: 2,
      positiveIndicators: 8,
      negativeIndicators: 7,
      knockOuts: 3,
      videoPrompts: 2,
      resumeStatements: 2,
      resumeQuestions: 2,
      presentations: 1,
      workSimulations: 1,
      tests: 1,
      roles: 2,
      anchors: 6,
    });
  });

  it("says what is announced and not on the page, and nothing of what is there in full", () => {
    expect(report.announcedButMissing).toEqual([
      { what: "frameworkCompetencies", of: "Quality", announced: 2, found: 1 },
      { what: "competencyQuestions", of: "", announced: 6, found: 2 },
      { what: "attitudeQuestions", of: "", announced: 3, found: 2 },
    ]);
    expect(kit.announced).toEqual({
      competencyQuestions: 6,
      attitudeQuestions: 3,
      videoPrompts: 2,
      resumeCriteria: 4,
    });
  });

  it("keeps the framework's requirement where a question says another, and lists the question's", () => {
    const [requirement] = kit.competencies[2]?.levels.map((level) => level.requirement) ?? [];
    expect(requirement).toBe("Reports what went wrong on the day after.");
    expect(report.notes).toContainEqual({
      type: "requirementDiffers",
      line: 56,
      competency: "Deviation Reports",
      level: "Technician",
      onQuestion: "Reports what went wrong on the same day.",
      inFramework: "Reports what went wrong on the day after.",
    });
    expect(report.unplaced.map(({ line }) => line)).toContain(56);
  });

  it("leaves a knock-out unplaced that does not say which answer ends the application", () => {
    expect(report.unplaced).toContainEqual({ line: 141, text: "4. Would you relocate?" });
    expect(report.notes).toContainEqual({ type: "knockOutWithoutAnswer", line: 141 });
  });

  it("sets the page's furniture aside by line", () => {
    const furniture = new Map(report.furniture.map(({ line, text }) => [line, text]));
    expect(furniture.get(19)).toBe("1 of 6");
    expect([153, 154, 155, 156, 157].map((line) => furniture.get(line))).toEqual([
      "REC",
      "0:42 / 2:00",
      "1Record",
      "2Review",
      "3Submit",
    ]);
    expect(furniture.size).toBe(16);
  });

  it("accounts for every line", () => {
    const { total, blank, inKit, structure, furniture, unplaced } = report.lines;
    expect(inKit + structure + furniture + unplaced + blank).toBe(total);
    expect([furniture, unplaced]).toEqual([16, 2]);
  });
});
