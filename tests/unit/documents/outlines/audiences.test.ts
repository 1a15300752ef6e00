import { describe, expect, it } from "vitest";
import type { Outline } from "../../../../src/documents/outline";
import { packOutline } from "../../../../src/documents/outlines/pack";
import { documentsFor } from "../../../../src/documents/outlines/pack-set";
import {
  closedDisclosure,
  type Disclosure,
  type PackAudience,
  packAudiences,
} from "../../../../src/domain/record/audiences";
import { noon } from "../../../support/builders/record";
import { aPlantedRecord, otherCandidate, planted } from "../../../support/planted-record";

type Planted = keyof typeof planted;

const outlineFor = (audience: PackAudience, disclosure: Disclosure = closedDisclosure): Outline =>
  packOutline(aPlantedRecord(), audience, {
    recordHash: "q1W2e3R4t5Z6u7I8o9P0a1S2d3F4g5H6j7K8l9Y0x1C",
    generatedAt: noon,
    disclosure,
    otherCandidates: [otherCandidate, "Noor Haddad"],
  });

/** Everything the outline says anywhere. */
const wordsFor = (audience: PackAudience, disclosure?: Disclosure): string =>
  JSON.stringify(outlineFor(audience, disclosure));

/** By hand from the notes on what each copy includes, not from the table under test. */
const mayRead: Readonly<Record<PackAudience, readonly Planted[]>> = {
  hrFile: Object.keys(planted) as Planted[],
  hiringManager: ["decision", "discussion", "levelReadings", "successCriteria"],
  handout: [],
  candidateFeedback: [],
  subjectAccess: [
    "decision",
    "discussion",
    "secondRatings",
    "levelReadings",
    "acceptances",
    "comments",
    "sharedNotes",
    "cards",
    "successCriteria",
    "testAnswers",
    "accommodations",
  ],
  publicRecords: ["cards", "successCriteria", "testAnswers"],
  // Who interviews on paper has to know what was arranged, as on the screen.
  paperKit: ["successCriteria", "accommodations"],
};

const panel = ["Ana", "Brandt", "Ben", "Sato", "Cleo", "Tran"];

describe("what each audience reads", () => {
  it.each(packAudiences)("%s reads what it may, and nothing else that is planted", (audience) => {
    const said = wordsFor(audience);
    const read = (Object.keys(planted) as Planted[]).filter((key) => said.includes(planted[key]));
    expect(read.sort()).toEqual([...mayRead[audience]].sort());
  });

  it.each(packAudiences.filter((audience) => audience !== "hrFile"))(
    "%s reads nothing of the role player’s guide, and no other candidate’s name",
    (audience) => {
      const open = { individualScores: true, namePanelists: true };
      for (const said of [wordsFor(audience), wordsFor(audience, open)]) {
        expect(said).not.toContain(planted.roleGuide);
        expect(said).not.toContain(planted.rolePlay);
        expect(said).not.toMatch(/Ximena|Quiroga/);
      }
    },
  );

  it("the HR file has the guide and the other candidate’s name, so that the search is known to find them", () => {
    expect(wordsFor("hrFile")).toContain(planted.roleGuide);
    expect(wordsFor("hrFile")).toContain(otherCandidate);
  });

  it("feedback names nobody of the panel, quotes nobody and gives no number of the scale", () => {
    const said = wordsFor("candidateFeedback");
    expect(panel.filter((name) => new RegExp(`\\b${name}\\b`).test(said))).toEqual([]);
    expect(said).not.toContain("I wrote it in the log first.");
    expect(said).not.toContain("mislabelled");
    expect(said).not.toMatch(/\d (Below|Partly meets|Meets|Exceeds)/);
    expect(said).toContain("Strengths");
  });

  it("feedback says nothing of the decision, whatever it was", () => {
    expect(wordsFor("candidateFeedback")).not.toMatch(/hire/i);
  });

  it("the copy for the person names no panelist unless it is allowed", () => {
    const said = wordsFor("subjectAccess");
    expect(panel.filter((name) => new RegExp(`\\b${name}\\b`).test(said))).toEqual([]);
    expect(said).toContain("Panelist 2");
    expect(said).not.toContain("ben@lab.example");
    const open = wordsFor("subjectAccess", { ...closedDisclosure, namePanelists: true });
    expect(open).toContain("Ben Sato");
  });

  it("the copy for the person says what was taken out, where and why, without repeating it", () => {
    const tables = outlineFor("subjectAccess").body.flatMap((block) =>
      block.kind === "table" ? [block] : [],
    );
    const rowsOf = (caption: string) =>
      tables
        .find((table) => table.caption === caption)
        ?.rows.map((row) => row.map(({ runs }) => runs.map(({ text }) => text).join("")));
    // Three answers of the first card carry the note; the debrief names one panelist and one other candidate.
    expect(rowsOf("Replaced in texts")).toEqual(
      expect.arrayContaining([
        ["Card 1, in the order of this document", "name of another candidate: a third party", "3"],
        ["Card 1, in the order of this document", "name of a panelist: a third party", "3"],
        ["What was said in the debrief", "name of a panelist: a third party", "1"],
      ]),
    );
    expect(rowsOf("Left out whole")).toContainEqual(["Expected answers of tests", "security of the test"]);
  });

  it("the hiring manager reads who rated what only where it is allowed", () => {
    const headers = (disclosure: Disclosure): readonly string[] =>
      outlineFor("hiringManager", disclosure).body.flatMap((block) =>
        block.kind === "table" ? block.columns.map(({ title }) => title) : [],
      );
    expect(headers(closedDisclosure)).not.toContain("Ben Sato");
    expect(headers(closedDisclosure)).toContain("From, to");
    expect(headers({ ...closedDisclosure, individualScores: true })).toContain("Ben Sato");
  });

  it("the first page says what was opened for the pack, and promises nothing that it does not keep", () => {
    const coverOf = (audience: PackAudience, disclosure: Disclosure): string =>
      JSON.stringify(outlineFor(audience, disclosure).cover);
    expect(coverOf("hiringManager", closedDisclosure)).toContain("without saying who rated what");
    const scores = coverOf("hiringManager", { ...closedDisclosure, individualScores: true });
    expect(scores).not.toContain("without saying who rated what");
    expect(scores).toContain("Opened for this pack: who rated what");
    expect(coverOf("subjectAccess", closedDisclosure)).toContain("others’ names taken out");
    const named = coverOf("subjectAccess", { ...closedDisclosure, namePanelists: true });
    expect(named).not.toContain("others’ names taken out");
    expect(named).toContain("Opened for this pack: the panelists’ names");
  });

  it("the handout says nothing of a decision and leaves room for one", () => {
    const { body, cover } = outlineFor("handout");
    expect(JSON.stringify(cover)).not.toContain("recorded");
    expect(body.some(({ kind }) => kind === "writingLines")).toBe(true);
  });

  it("public records have the cards in the order of the day, then of the panel", () => {
    const titles = outlineFor("publicRecords").body.flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [block.text] : [],
    );
    expect(titles).toEqual([
      "Ana Brandt, Bench interview",
      "Ben Sato, Bench interview",
      "Cleo Tran, Bench interview",
      "Ana Brandt, Simulation",
      "Ben Sato, Simulation",
    ]);
  });

  it("the kit for paper has every question, anchor and interviewer, and no rating", () => {
    const said = wordsFor("paperKit");
    for (const question of aPlantedRecord().kit.questions) expect(said).toContain(question.prompt);
    expect(said).toContain("What the level asks for, shown with an own example.");
    for (const name of ["Ana Brandt", "Ben Sato", "Cleo Tran"]) expect(said).toContain(name);
    expect(said).not.toContain("I wrote it in the log first.");
  });
});

describe("what was arranged for the candidate", () => {
  const said = (audience: "prepCard" | "candidateBrief") =>
    JSON.stringify(
      documentsFor(aPlantedRecord(), audience, {
        recordHash: "",
        generatedAt: noon,
        disclosure: closedDisclosure,
        otherCandidates: [],
      }),
    );

  it("is on a panelist's prep card and not in the candidate's brief", () => {
    expect(said("prepCard")).toContain(planted.accommodations);
    expect(said("candidateBrief")).not.toContain(planted.accommodations);
  });
});
