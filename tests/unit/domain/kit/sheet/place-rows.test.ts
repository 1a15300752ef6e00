import { describe, expect, it } from "vitest";
import type { Kit } from "../../../../../src/domain/kit/kit";
import { checkKitReferences } from "../../../../../src/domain/kit/kit-references";
import { guessColumns, headingRow } from "../../../../../src/domain/kit/sheet/columns";
import { placeRows } from "../../../../../src/domain/kit/sheet/place-rows";
import { aKit } from "../../../../support/builders/kit";

const kit = aKit();
const header = ["Question", "Competency", "Levels", "Round", "Good signs", "Warning signs"];
const columns = guessColumns(header);
const place = (...rows: readonly (readonly string[])[]) => placeRows(kit, [header, ...rows], columns);
const added = (after: Kit) => after.questions.slice(kit.questions.length);

describe("the columns of a sheet", () => {
  it("are guessed by their headings, each field once", () => {
    expect(columns).toEqual(["prompt", "topic", "levels", "round", "positive", "negative"]);
    expect(guessColumns(["Prompt", "question", "Owner", "LEVEL", "red_flags"])).toEqual([
      "prompt",
      null,
      null,
      "levels",
      "negative",
    ]);
  });
});

describe("the row of the headings", () => {
  it("is the first that names the question and another column, below whatever title stands above it", () => {
    expect(headingRow([["Questions for 2027"], [], ["Topic", "Question"], ["Care", "Why?"]])).toBe(2);
    expect(
      headingRow([
        ["Frage", "Thema"],
        ["Question", "Care"],
      ]),
    ).toBe(0);
    expect(headingRow([])).toBe(0);
  });

  it("is where rows are counted from as the spreadsheet shows them", () => {
    const rows = [
      ["Our questions", ""],
      ["Question", "Topic"],
      ["Why?", "Candour"],
      ["", "Candour"],
    ];
    const placed = placeRows(kit, rows, guessColumns(rows[1] ?? []), headingRow(rows));
    expect([placed.placed, placed.unplaced.map(({ row }) => row)]).toEqual([1, [4]]);
  });
});

describe("a sheet of questions", () => {
  it("becomes questions under what the kit has by those names, with a sign per line", () => {
    const placed = place([
      "How do you label?",
      "sample handling",
      "junior; Senior",
      "BENCH INTERVIEW",
      "- Names the date\n• Signs it",
      "Guesses | Leaves it blank",
    ]);
    expect(placed).toMatchObject({ placed: 1, unplaced: [], added: [], topicFromAbove: 0 });
    expect(added(placed.kit)).toMatchObject([
      {
        target: { kind: "competency", competencyId: "sample-handling" },
        levelIds: ["junior", "senior"],
        roundId: "bench-interview",
        prompt: "How do you label?",
        positive: [{ text: "Names the date" }, { text: "Signs it" }],
        negative: [{ text: "Guesses" }, { text: "Leaves it blank" }],
      },
    ]);
    expect(checkKitReferences(placed.kit).ok).toBe(true);
  });

  it("finds an attitude by its name, and brings a competency that the kit has not", () => {
    const placed = place(["When were you wrong?", "Candour"], ["How do you titrate?", "Titration"]);
    expect(added(placed.kit).map(({ target }) => target)).toEqual([
      { kind: "attitude", attitudeId: "candour" },
      { kind: "competency", competencyId: "titration" },
    ]);
    expect(placed.added).toEqual(["Titration"]);
  });

  it("takes a topic that stands only in the row above, as merged cells have it, and counts it", () => {
    const placed = place(["One?", "Titration"], ["Two?", ""], ["Three?", ""]);
    expect([placed.placed, placed.topicFromAbove, placed.added]).toEqual([3, 2, ["Titration"]]);
    const ids = added(placed.kit).map(({ target }) => target.kind === "competency" && target.competencyId);
    expect(new Set(ids).size).toBe(1);
  });

  it("lists every row and every name that found no place, by the row a spreadsheet shows", () => {
    const placed = place(
      ["No topic?", ""],
      ["", "Candour"],
      ["", ""],
      ["When did you last report a mistake of your own?", "Candour"],
      ["How?", "Candour", "Expert, Junior", "Lunch"],
    );
    expect(placed.placed).toBe(1);
    expect(placed.unplaced).toEqual([
      { type: "noTopic", row: 2, text: "No topic?" },
      { type: "noPrompt", row: 3, text: "Candour" },
      { type: "alreadyThere", row: 5, text: "When did you last report a mistake of your own? · Candour" },
      { type: "levelUnknown", row: 6, text: "Expert" },
      { type: "roundUnknown", row: 6, text: "Lunch" },
    ]);
  });

  it("leaves a row out whose levels the kit has not: without a level it would be asked of every one", () => {
    const placed = place(
      ["How?", "Titration", "Principal"],
      ["Why?", "Candour", "All levels"],
      ["Who?", "Candour", ""],
    );
    expect(placed.unplaced).toEqual([{ type: "noLevel", row: 2, text: "Principal" }]);
    expect(added(placed.kit).map(({ prompt, levelIds }) => [prompt, levelIds])).toEqual([
      ["Why?", []],
      ["Who?", []],
    ]);
    expect(placed.added).toEqual([]);
  });

  it("finds a level whose name holds what else parts levels, alone and among others", () => {
    const [junior, senior, ...others] = kit.levels;
    if (junior === undefined || senior === undefined) throw new Error("the builder's kit has two levels");
    const levels = [
      { ...junior, name: "Junior, first year" },
      { ...senior, name: "Senior / Staff" },
      ...others,
    ];
    const rows = [
      header,
      ["One?", "Candour", "Senior / Staff"],
      ["Two?", "Candour", "junior, first year; Senior / Staff"],
    ];
    const placed = placeRows({ ...kit, levels }, rows, columns);
    expect(placed.unplaced).toEqual([]);
    expect(added(placed.kit).map(({ levelIds }) => levelIds)).toEqual([[senior.id], [junior.id, senior.id]]);
  });

  it("parts signs at semicolons only where they do not stand one under the other", () => {
    const placed = place([
      "One?",
      "Candour",
      "",
      "",
      "Names the owner; says when | signs\nWrites it down",
      "One; two",
    ]);
    const signs = added(placed.kit).map(({ positive, negative }) =>
      [positive, negative].map((list) => list.map(({ text }) => text)),
    );
    expect(signs).toEqual([
      [
        ["Names the owner; says when | signs", "Writes it down"],
        ["One", "two"],
      ],
    ]);
  });

  it("keeps a formula as the text it is, and takes the guard of an export away", () => {
    const placed = place(
      ['=HYPERLINK("http://x")', "Candour"],
      ["'=1+1?", "Candour"],
      ["'tis so?", "Candour"],
    );
    expect(added(placed.kit).map(({ prompt }) => prompt)).toEqual([
      '=HYPERLINK("http://x")',
      "=1+1?",
      "'tis so?",
    ]);
  });

  it("adds nothing the second time", () => {
    const once = place(["One?", "Titration"]);
    const again = placeRows(once.kit, [header, ["one? ", "Titration"]], columns);
    expect(again).toMatchObject({ placed: 0, unplaced: [{ type: "alreadyThere", row: 2 }] });
    expect(again.kit).toEqual(once.kit);
  });
});
