import { expect, it } from "vitest";
import { timeboxes } from "../../../../src/domain/debrief/timeboxes";

const sum = (boxes: readonly number[]) => boxes.reduce((total, minutes) => total + minutes, 0);

it("thirty of a debrief's 45 minutes go to what the panel differs about, most to what is furthest apart", () => {
  expect(timeboxes([3, 2, 1])).toEqual([15, 10, 5]);
  expect(timeboxes([2])).toEqual([30]);
  expect(timeboxes([])).toEqual([]);
});

it("an item without a distance counts as one step, and whole minutes add up however many items there are", () => {
  expect(timeboxes([1, null, 0])).toEqual([10, 10, 10]);
  for (const count of [4, 7, 13, 30, 45]) {
    const boxes = timeboxes(Array.from({ length: count }, (_, index) => (index % 3) + 1));
    expect(sum(boxes)).toBe(30);
    expect(Math.min(...boxes)).toBeGreaterThanOrEqual(count > 30 ? 0 : 1);
  }
});
