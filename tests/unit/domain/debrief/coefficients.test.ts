import { describe, expect, it } from "vitest";
import { coefficientsOf } from "../../../../src/domain/debrief/coefficients";
import type { Matrix, MatrixRow } from "../../../../src/domain/debrief/matrix";
import { competencyIdSchema } from "../../../../src/domain/ids";
import { personId } from "../../../support/builders/record";

const names = ["ana", "ben", "cleo", "dora"];
const aRow = (values: readonly (number | null)[], index: number, points: number): MatrixRow => ({
  item: { kind: "competency", competencyId: competencyIdSchema.parse(`c-${index}`) },
  title: `Item ${index}`,
  weight: 1,
  points,
  cells: values.map((value, rater) => ({
    personId: personId(names[rater] ?? "ana"),
    value,
    absence: null,
    independent: true,
    answers: [],
  })),
  mean: null,
  range: null,
});
const aMatrix = (rows: readonly (readonly (number | null)[])[], points = 5): Matrix => ({
  panelists: [],
  rows: rows.map((values, index) => aRow(values, index, points)),
});

describe("coefficients", () => {
  it("of one item are the published within-group agreement, from three raters on", () => {
    const { items } = coefficientsOf(
      aMatrix([
        [4, 4, 5],
        [2, 4, 5],
        [3, 4, null],
      ]),
    );
    expect(items.map(({ withinGroup }) => withinGroup.toFixed(3))).toEqual(["0.833", "-0.167"]);
  });

  it("say nothing of an item on three points, where every single step would look like disagreement", () => {
    expect(coefficientsOf(aMatrix([[2, 2, 3]], 3)).items).toEqual([]);
  });

  it("of two raters over ten items are the published weighted kappa, and below ten none", () => {
    const a = [1, 2, 3, 4, 4, 3, 2, 1, 3, 4];
    const b = [1, 2, 3, 4, 3, 3, 2, 2, 3, 3];
    const pairs = a.map((value, index) => [value, b[index] ?? null]);
    expect(coefficientsOf(aMatrix(pairs)).kappa?.value.toFixed(4)).toBe("0.8387");
    expect(coefficientsOf(aMatrix(pairs.slice(1))).kappa).toBeNull();
    expect(coefficientsOf(aMatrix(pairs.slice(1))).intraclass).toBeNull();
  });

  it("over items everybody rated leave out the others, and are null below ten of them", () => {
    const rows = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    expect(coefficientsOf(aMatrix(rows, 10)).intraclass).toBeNull();
    const twice = [...rows, ...rows, [1, null, 2, 3]];
    expect(coefficientsOf(aMatrix(twice, 10)).intraclass?.items).toBe(12);
  });
});
