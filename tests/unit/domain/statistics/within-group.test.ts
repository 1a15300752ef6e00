import { describe, expect, it } from "vitest";
import {
  agreesByDeviation,
  averageDeviation,
  withinGroup,
} from "../../../../src/domain/statistics/within-group";

describe("agreement on one item", () => {
  it.each([
    [5, [4, 4, 5], 0.833],
    [5, [3, 4, 5], 0.5],
    [5, [2, 4, 5], -0.167],
    [4, [3, 3, 4], 0.733],
    [4, [2, 3, 4], 0.2],
    [3, [2, 2, 3], 0.5],
  ] as const)(
    "is on %i points, for %j, as the formula's authors have it: %f",
    (points, ratings, expected) => {
      expect(withinGroup(ratings, points)).toBeCloseTo(expected, 3);
    },
  );

  it("is the same rule as at most one step apart, for three and four raters on four and five points", () => {
    for (const points of [4, 5]) {
      for (const raters of [3, 4]) {
        for (const ratings of everyPattern(points, raters)) {
          const close = Math.max(...ratings) - Math.min(...ratings) <= 1;
          expect((withinGroup(ratings, points) ?? 0) >= 0.7, `${points} points, ${ratings}`).toBe(close);
        }
      }
    }
  });

  it("is nothing for one rating", () => {
    expect(withinGroup([3], 4)).toBeNull();
  });
});

const everyPattern = (points: number, raters: number): readonly (readonly number[])[] =>
  raters === 0
    ? [[]]
    : everyPattern(points, raters - 1).flatMap((rest) =>
        Array.from({ length: points }, (_, index) => [index + 1, ...rest]),
      );

describe("the average deviation", () => {
  it("is the mean distance from the median, in steps", () => {
    expect(averageDeviation([2, 3, 4])).toBeCloseTo(2 / 3, 10);
    expect(averageDeviation([1, 1, 4, 4])).toBe(1.5);
    expect(averageDeviation([])).toBeNull();
  });

  it("is agreement up to a sixth of the points, and not above", () => {
    expect(agreesByDeviation(4 / 6, 4)).toBe(true);
    expect(agreesByDeviation(0.67, 4)).toBe(false);
  });
});
