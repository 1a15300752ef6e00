import { expect, it } from "vitest";
import { heatStep } from "../../../../src/documents/charts/heat";

it("a cell's shade has four steps: on four points each has its own, on five the upper two share the darkest", () => {
  expect([1, 2, 3, 4].map((value) => heatStep(value, 4))).toEqual([1, 2, 3, 4]);
  expect([1, 2, 3, 4, 5].map((value) => heatStep(value, 5))).toEqual([1, 2, 3, 4, 4]);
});
