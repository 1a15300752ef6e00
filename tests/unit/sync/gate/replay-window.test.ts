import { expect, it } from "vitest";
import { replayWindow } from "../../../../src/sync/gate/replay-window";

it("a number is accepted once, also when it comes late", () => {
  const { accept } = replayWindow();
  expect([1, 3, 2, 3, 2, 1, 4].map(accept)).toEqual([true, true, true, false, false, false, true]);
});

it("a number 64 or more behind the highest is refused, since nobody remembers it", () => {
  const { accept } = replayWindow();
  accept(100);
  expect([37, 36, 1].map(accept)).toEqual([true, false, false]);
});

it("numbers start at 1", () => {
  expect(replayWindow().accept(0)).toBe(false);
});
