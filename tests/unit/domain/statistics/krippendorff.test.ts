import { describe, expect, it } from "vitest";
import { krippendorffAlpha, type RatedUnit } from "../../../../src/domain/statistics/krippendorff";

/** Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): four observers, twelve units, with gaps. */
const observers: readonly RatedUnit[] = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const units = Array.from({ length: 12 }, (_, unit) => observers.map((observer) => observer[unit] ?? null));

describe("Krippendorff's alpha", () => {
  it.each([
    ["nominal", 0.7434],
    ["ordinal", 0.8154],
    ["interval", 0.8491],
  ] as const)("is the published one for the published data, measured as %s", (level, published) => {
    expect(krippendorffAlpha(units, level)).toBeCloseTo(published, 4);
  });

  it("is 1 where raters agree on values that differ between units", () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [4, 4],
          [2, 2],
        ],
        "ordinal",
      ),
    ).toBe(1);
  });

  it("is below 0 where raters contradict each other more than chance would", () => {
    expect(
      krippendorffAlpha(
        [
          [1, 4],
          [4, 1],
        ],
        "interval",
      ),
    ).toBeLessThan(0);
  });

  it("has nothing to say without two ratings of one unit, or where one value is all there is", () => {
    expect(krippendorffAlpha([], "ordinal")).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [3, null],
          [null, 2],
        ],
        "ordinal",
      ),
    ).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [3, 3],
          [3, 3],
        ],
        "ordinal",
      ),
    ).toBeNull();
  });
});
