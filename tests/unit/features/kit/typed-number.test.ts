import { expect, it } from "vitest";
import { typedNumber } from "../../../../src/features/kit/edit/typed-number";

it.each([
  [18, 18],
  ["18.", 18],
  ["7.50", 7.5],
  ["2.0", 2],
  ["045", 45],
  ["0", 0],
  ["-3.", -3],
  ["", null],
  ["-", undefined],
  [".", undefined],
  ["-.", undefined],
])("what was typed as %j is the number %j", (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});
