import { describe, expect, it } from "vitest";
import { intraclass } from "../../../../src/domain/statistics/intraclass";

/** Shrout & Fleiss (1979), table 2: six targets by four judges. */
const published = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe("intraclass correlations", () => {
  it("are the published ones for the published data", () => {
    const { oneWay, twoWayRandom, twoWayFixed } = intraclass(published) ?? {};
    expect(oneWay?.single).toBeCloseTo(0.1657, 4);
    expect(oneWay?.mean).toBeCloseTo(0.4428, 4);
    expect(twoWayRandom?.single).toBeCloseTo(0.2898, 4);
    expect(twoWayRandom?.mean).toBeCloseTo(0.6201, 4);
    expect(twoWayFixed?.single).toBeCloseTo(0.7148, 4);
    expect(twoWayFixed?.mean).toBeCloseTo(0.9093, 4);
  });

  it("are not made of one row or one rater", () => {
    expect(intraclass([])).toBeNull();
    expect(intraclass([[1, 2, 3]])).toBeNull();
    expect(intraclass([[1], [2]])).toBeNull();
  });

  it("are null, not infinite, where nothing varies", () => {
    expect(
      intraclass([
        [3, 3],
        [3, 3],
      ])?.oneWay,
    ).toEqual({ single: null, mean: null });
  });

  it("take no rows with gaps", () => {
    expect(() => intraclass([[1, 2], [3]])).toThrow("gap");
  });
});
