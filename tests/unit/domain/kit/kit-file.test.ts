import { describe, expect, it } from "vitest";
import type { Kit } from "../../../../src/domain/kit/kit";
import { type KitFileRefusal, kitFileLimit, parseKitFile } from "../../../../src/domain/kit/kit-file";
import { unwrap } from "../../../../src/domain/result";
import { aKit } from "../../../support/builders/kit";

const file = (changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ ...aKit(), ...changes });

const refusal = (text: string, limit?: number): KitFileRefusal | null => {
  const result = parseKitFile(text, limit);
  return result.ok ? null : result.error;
};

/** The builder's kit with its first question changed. */
const withQuestion = (change: (question: Kit["questions"][number]) => unknown): string => {
  const [first, ...others] = aKit().questions;
  if (first === undefined) throw new Error("the builder's kit has questions");
  return file({ questions: [change(first), ...others] });
};

describe("a kit file", () => {
  it("gives the kit it was written from, with or without a byte order mark", () => {
    expect(unwrap(parseKitFile(file())).kit).toEqual(aKit());
    expect(unwrap(parseKitFile(`\ufeff${file()}`)).kit).toEqual(aKit());
  });

  it("is described by what it holds and what it announces beyond that", () => {
    const announced = { competencyQuestions: 9, attitudeQuestions: 1, videoPrompts: null, resumeCriteria: 4 };
    const { report } = unwrap(parseKitFile(file({ announced })));
    expect(report.recognised).toMatchObject({
      essayParagraphs: 1,
      levels: 2,
      competencies: 2,
      levelTexts: 3,
      expectations: 1,
      competencyQuestions: 2,
      attitudeQuestions: 1,
      positiveIndicators: 8,
      negativeIndicators: 4,
      workSimulations: 1,
      anchors: 1,
    });
    expect(report.announcedButMissing).toEqual([
      { what: "competencyQuestions", of: "", announced: 9, found: 2 },
      { what: "resumeCriteria", of: "", announced: 4, found: 0 },
    ]);
    expect([report.unplaced, report.furniture, report.lines.total]).toEqual([[], [], 0]);
  });

  it("takes texts as text, whatever they contain", () => {
    const title = '<img src=x onerror="alert(1)"> {{7*7}} =1+1';
    expect(unwrap(parseKitFile(file({ title }))).kit.title).toBe(title);
  });

  it("leaves fields out that it does not know and names them", () => {
    const text = withQuestion((question) => ({ ...question, colour: "red" })).replace(
      /^\{/,
      '{"theme":{"a":1},',
    );
    const { kit, report } = unwrap(parseKitFile(text));
    expect(kit).toEqual(aKit());
    expect(report.notes).toEqual([
      { type: "unknownField", path: "questions[0].colour" },
      { type: "unknownField", path: "theme" },
    ]);
  });
});

describe("what is not a kit file", () => {
  it("is refused where it is empty or no JSON", () => {
    expect(refusal(" \n")).toEqual({ type: "empty" });
    expect(refusal("Core Evaluation")).toMatchObject({ type: "notJson" });
  });

  it("is refused with the line where it stops being JSON, also where it was cut off", () => {
    const lines = JSON.stringify(aKit(), null, 2).split("\n");
    expect(refusal(lines.slice(0, 40).join("\n"))).toEqual({ type: "notJson", line: 40 });
    expect(refusal(lines.with(6, '  "author" "Ines",').join("\n"))).toEqual({ type: "notJson", line: 7 });
  });

  it.each(["null", "[]", "3", '"kit"', "{}", '{"format":"panelbook-record","formatVersion":1}'])(
    "%s is refused because it does not call itself a kit",
    (text) => {
      expect(refusal(text)).toEqual({ type: "notAKitFile" });
    },
  );

  it("is refused over the limit, and taken at it", () => {
    const text = file();
    expect(refusal(text, text.length)).toBeNull();
    expect(refusal(text, text.length - 1)).toEqual({
      type: "tooLarge",
      characters: text.length,
      limit: text.length - 1,
    });
    expect(refusal(" ".repeat(kitFileLimit + 1))).toMatchObject({ type: "tooLarge", limit: kitFileLimit });
  });

  it("is refused with both versions where it is newer, whatever else it holds", () => {
    const newer = JSON.stringify({ format: "panelbook-kit", formatVersion: 2, chapters: [] });
    expect(refusal(newer)).toEqual({ type: "newerVersion", found: 2, supported: 1 });
  });

  it("is refused with the places that are wrong", () => {
    const text = withQuestion((question) => ({ ...question, prompt: "", levelIds: "junior" }));
    expect(refusal(text)).toMatchObject({
      type: "invalid",
      problems: [{ path: "questions[0].levelIds" }, { path: "questions[0].prompt" }],
    });
    expect(refusal(file({ levels: [] }))).toMatchObject({ type: "invalid", problems: [{ path: "levels" }] });
  });

  it("is refused with five places at most", () => {
    const found = refusal(file({ rounds: Array.from({ length: 50 }, () => ({})) }));
    expect(found?.type === "invalid" && found.problems.length).toBe(5);
  });

  it.each(["__proto__", "constructor", "prototype"])("is refused for a key %s at any depth", (key) => {
    const text = file().replace('"essay":{', `"essay":{"${key}":{"isAdmin":true},`);
    expect(refusal(text)).toEqual({ type: "forbiddenKey", path: `essay.${key}`, key });
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it("is refused, not run out of stack on, where it nests a hundred thousand deep", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(refusal(deep)).toEqual({ type: "notAKitFile" });
    expect(refusal(file().replace(/^\{/, `{"extra":${deep},`))).toBeNull();
  });
});

describe("a kit file whose references do not hold", () => {
  it.each([
    [
      "a discipline",
      "competencies[0].disciplineId",
      (kit: Kit) => ({ ...kit, disciplines: [] }),
      "bench-work",
    ],
    [
      "a level",
      "competencies[0].levels[0].levelId",
      (kit: Kit) => ({ ...kit, levels: kit.levels.slice(1) }),
      "junior",
    ],
    ["a round", "questions[0].roundId", (kit: Kit) => ({ ...kit, rounds: [] }), "bench-interview"],
    [
      "a competency",
      "questions[0].target.competencyId",
      (kit: Kit) => ({ ...kit, competencies: kit.competencies.slice(1) }),
      "sample-handling",
    ],
    ["an attitude", "questions[2].target.attitudeId", (kit: Kit) => ({ ...kit, attitudes: [] }), "candour"],
  ])("is refused for %s that is not there, with place and id", (_what, from, change, to) => {
    expect(refusal(JSON.stringify(change(aKit())))).toEqual({ type: "danglingReference", from, to });
  });

  it.each([
    [
      "competencies[0].disciplineId",
      (kit: Kit) => ({
        ...kit,
        competencies: kit.competencies.map((one) => ({ ...one, disciplineId: one.id })),
      }),
      "sample-handling",
    ],
    [
      "questions[0].target.competencyId",
      (kit: Kit) => ({
        ...kit,
        questions: kit.questions.map((one) => ({
          ...one,
          target: { kind: "competency", competencyId: one.id },
        })),
      }),
      "q-samples",
    ],
  ])(
    "is refused for what leads back to itself at %s: only lists of another kind are looked in",
    (from, change, to) => {
      expect(refusal(JSON.stringify(change(aKit())))).toEqual({ type: "danglingReference", from, to });
    },
  );

  it("is refused for an id that stands twice, with the second place", () => {
    const twice = withQuestion((question) => ({ ...question, id: "q-instruments" }));
    expect(refusal(twice)).toEqual({ type: "duplicateId", path: "questions[1].id", id: "q-instruments" });
  });

  it("is refused for an indicator that another question or exercise has", () => {
    const shared = withQuestion((question) => ({
      ...question,
      negative: [{ id: "spill-good-1", text: "Runs." }],
    }));
    expect(refusal(shared)).toEqual({
      type: "duplicateId",
      path: "exercises[0].positive[0].id",
      id: "spill-good-1",
    });
  });

  it("is refused for two texts at one level of a competency", () => {
    const [first, ...others] = aKit().competencies;
    const levels = [...(first?.levels ?? []), { levelId: "junior", requirement: "", expectation: "" }];
    expect(refusal(file({ competencies: [{ ...first, levels }, ...others] }))).toEqual({
      type: "duplicateId",
      path: "competencies[0].levels[2].levelId",
      id: "junior",
    });
  });
});
