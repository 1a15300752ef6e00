import { describe, expect, it } from "vitest";
import { agreementOf } from "../../../../src/domain/debrief/agreement";
import type { Cell, Matrix, MatrixRow } from "../../../../src/domain/debrief/matrix";
import { competencyIdSchema } from "../../../../src/domain/ids";
import { exerciseId, personId } from "../../../support/builders/record";

type Given = number | null | { readonly late: number };

const names = ["ana", "ben", "cleo", "dov"];

const aCell = (given: Given, index: number): Cell => ({
  personId: personId(names[index] ?? ""),
  value: typeof given === "object" && given !== null ? given.late : given,
  absence: null,
  independent: typeof given !== "object" || given === null,
  answers: [],
});

const aRow = (given: readonly Given[], index: number): MatrixRow => ({
  item: { kind: "competency", competencyId: competencyIdSchema.parse(`c-${index}`) },
  title: `Competency ${index}`,
  weight: 1,
  points: 5,
  cells: given.map(aCell),
  mean: null,
  range: null,
});

const aMatrix = (rows: readonly (readonly Given[])[]): Matrix => ({
  panelists: names.map(personId),
  rows: rows.map(aRow),
});

/** Krippendorff (2011), unit by unit; the last unit has one rating. */
const published = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, 3, null, null],
] as const;

describe("how far a panel agrees", () => {
  it("is the ordinal alpha over items that two rated, once there are ten of them", () => {
    const reading = agreementOf(aMatrix(published));
    expect(reading).toMatchObject({ kind: "alpha", band: "reliable", items: 11 });
    expect(reading.kind === "alpha" && reading.alpha).toBeCloseTo(0.8154, 4);
  });

  it("is only shares of pairs below ten items", () => {
    const reading = agreementOf(
      aMatrix([
        [3, 3],
        [3, 4],
        [1, 4],
        [2, null],
      ]),
    );
    expect(reading).toEqual({ kind: "shares", items: 3, exact: 1 / 3, withinOne: 2 / 3 });
  });

  it("is only shares where everybody gave one value everywhere, since chance would agree as well", () => {
    const same = Array.from({ length: 10 }, () => [3, 3]);
    expect(agreementOf(aMatrix(same))).toEqual({ kind: "shares", items: 10, exact: 1, withinOne: 1 });
  });

  it("leaves out who saw others first", () => {
    expect(
      agreementOf(
        aMatrix([
          [3, { late: 1 }],
          [2, 2],
        ]),
      ),
    ).toMatchObject({ items: 1, exact: 1 });
  });

  it("leaves exercises out, whose scale is another", () => {
    const { panelists, rows } = aMatrix([[1, 3]]);
    const exercise = rows.map((row) => ({
      ...row,
      item: { kind: "exercise" as const, exerciseId: exerciseId("spill") },
    }));
    expect(agreementOf({ panelists, rows: exercise })).toEqual({ kind: "nothing" });
  });

  it.each([
    [[1, 2, 3, 4, 1, 2, 3, 4, 1, 2], "reliable"],
    [[4, 1, 2, 1, 4, 1, 2, 3, 2, 4], "unreliable"],
  ] as const)("says how much to rely on it: %j beside 1 2 3 4 … is %s", (other, band) => {
    const rows = other.map((value, index) => [(index % 4) + 1, value]);
    expect(agreementOf(aMatrix(rows))).toMatchObject({ band });
  });
});
