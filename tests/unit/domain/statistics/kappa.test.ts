import { describe, expect, it } from "vitest";
import { weightedKappa } from "../../../../src/domain/statistics/kappa";

const left = [1, 2, 3, 4, 4, 3, 2, 1, 3, 4];
const right = [1, 2, 3, 4, 3, 3, 2, 2, 3, 3];
const pairs = left.map((value, index) => [value, right[index] ?? 0] as const);

const repeated = (times: number, pair: readonly [number, number]) =>
  Array.from({ length: times }, () => pair);

describe("kappa of two raters", () => {
  it.each([
    ["unweighted", 0.5946],
    ["linear", 0.7222],
    ["quadratic", 0.8387],
  ] as const)("is the known one for known ratings, %s", (weights, known) => {
    expect(weightedKappa(pairs, weights)).toBeCloseTo(known, 4);
  });

  it("is .4 for the textbook's table of 20, 5, 10 and 15", () => {
    const table = [
      ...repeated(20, [1, 1]),
      ...repeated(5, [1, 2]),
      ...repeated(10, [2, 1]),
      ...repeated(15, [2, 2]),
    ];
    expect(weightedKappa(table, "unweighted")).toBeCloseTo(0.4, 10);
  });

  it("has nothing to say about nothing, or where one value is all there is", () => {
    expect(weightedKappa([], "linear")).toBeNull();
    expect(
      weightedKappa(
        [
          [2, 2],
          [2, 2],
        ],
        "linear",
      ),
    ).toBeNull();
  });
});
