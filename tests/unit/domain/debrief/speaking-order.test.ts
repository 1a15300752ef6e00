import { describe, expect, it } from "vitest";
import type { Tick } from "../../../../src/domain/card/card";
import type { Cell, MatrixRow } from "../../../../src/domain/debrief/matrix";
import { contestedSign } from "../../../../src/domain/debrief/sign-tally";
import { speakingOrder, speakingTurns, titleRank } from "../../../../src/domain/debrief/speaking-order";
import {
  competencyIdSchema,
  hashSchema,
  indicatorIdSchema,
  questionIdSchema,
} from "../../../../src/domain/ids";
import { aHash } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aPerson, personId } from "../../../support/builders/record";

const cell = (name: string, value: number | null, overrides: Partial<Cell> = {}): Cell => ({
  personId: personId(name),
  value,
  absence: null,
  independent: true,
  answers: [],
  ...overrides,
});

const row = (...cells: readonly Cell[]): MatrixRow => ({
  item: { kind: "competency", competencyId: competencyIdSchema.parse("sample-handling") },
  title: "Sample handling",
  weight: 1,
  points: 4,
  cells,
  mean: null,
  range: null,
});

const panel = ["ana", "tomas", "ines", "priya"].map((name) => aPerson(name));
const order = (cells: readonly Cell[], persons = panel) =>
  speakingOrder(row(...cells), persons).map((id) => id.replace(/_+$/, ""));

describe("who speaks first about an item", () => {
  it("is who stands furthest from the median, whichever side that is", () => {
    expect(order([cell("ana", 3), cell("tomas", 3), cell("ines", 1)])[0]).toBe("ines");
    expect(order([cell("ana", 2), cell("tomas", 2), cell("ines", 4)])[0]).toBe("ines");
  });

  it("is the panel's order among those equally far away", () => {
    expect(order([cell("ana", 2), cell("tomas", 4)])).toEqual(["ana", "tomas"]);
  });

  it("is never the hiring manager, who speaks last however far away", () => {
    const persons = panel.map((one) => (one.name === "ines" ? aPerson("ines", ["hiringManager"]) : one));
    expect(order([cell("ana", 3), cell("tomas", 2), cell("ines", 1)], persons).at(-1)).toBe("ines");
  });

  it("leaves out who did not rate, and measures from independent ratings alone", () => {
    const cells = [
      cell("ana", 4),
      cell("tomas", 4),
      cell("ines", null, { absence: "notAsked" }),
      cell("priya", 1, { independent: false }),
    ];
    expect(order(cells)).toEqual(["priya", "ana", "tomas"]);
  });

  it("is the most junior by title among those equally far away, and the reason says so", () => {
    const titled = panel.map((one) => ({
      ...one,
      title: { ana: "Head of Partnerships", tomas: "Junior Partner Manager" }[one.name] ?? "",
    }));
    const turns = speakingTurns(row(cell("ana", 2), cell("tomas", 4), cell("ines", 3)), titled);
    expect(turns.map(({ personId: id, steps, isJunior }) => [id, steps, isJunior])).toEqual([
      [personId("tomas"), 1, true],
      [personId("ana"), 1, false],
      [personId("ines"), 0, false],
    ]);
  });

  it("reads seniority from a title's words", () => {
    expect(
      ["Junior Sales Manager", "Analyst", "Senior Analyst", "Associate Director"].map((title) =>
        titleRank({ title }),
      ),
    ).toEqual([-1, 0, 1, 3]);
  });

  it("is nobody where nobody rated", () => {
    expect(order([cell("ana", null), cell("tomas", null)])).toEqual([]);
  });
});

describe("a contested sign", () => {
  const ticking = (name: string, ticks: readonly (readonly [string, Tick["seen"]])[], independent = true) =>
    cell(name, 3, {
      independent,
      answers: [
        {
          questionId: questionIdSchema.parse("q-samples"),
          envelopeHash: aHash(hashSchema, name),
          answer: {
            state: "asked",
            rating: { kind: "rated", value: 3 },
            notes: [],
            ticks: ticks.map(([id, seen]) => ({ indicatorId: indicatorIdSchema.parse(id), seen })),
          },
        },
      ],
    });
  const found = (...cells: readonly Cell[]) => contestedSign(aKit(), row(...cells));

  it("is one that somebody saw and somebody else saw the opposite of, with both counts", () => {
    const tally = found(
      ticking("ana", [["q-samples-good-1", "seen"]]),
      ticking("tomas", [["q-samples-good-1", "seen"]]),
      ticking("ines", [["q-samples-good-1", "opposite"]]),
    );
    expect(tally).toMatchObject({ sign: { id: "q-samples-good-1" }, seen: 2, opposite: 1 });
  });

  it("is none where everybody who ticked it ticked the same", () => {
    expect(
      found(
        ticking("ana", [["q-samples-good-1", "seen"]]),
        ticking("tomas", [["q-samples-good-2", "opposite"]]),
      ),
    ).toBeNull();
  });

  it("is none where only a card that is not independent contradicts", () => {
    expect(
      found(
        ticking("ana", [["q-samples-good-1", "seen"]]),
        ticking("tomas", [["q-samples-good-1", "opposite"]], false),
      ),
    ).toBeNull();
  });

  it("is the one most raters have something to say about", () => {
    const tally = found(
      ticking("ana", [
        ["q-samples-good-1", "seen"],
        ["q-samples-warn-1", "seen"],
      ]),
      ticking("tomas", [
        ["q-samples-good-1", "opposite"],
        ["q-samples-warn-1", "opposite"],
      ]),
      ticking("ines", [["q-samples-warn-1", "seen"]]),
    );
    expect(tally?.sign.id).toBe("q-samples-warn-1");
  });
});
