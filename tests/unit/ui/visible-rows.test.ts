import { describe, expect, it } from "vitest";
import { spareRows, visibleRows } from "../../../src/ui/visible-rows";

describe("the rows of a long list that are drawn", () => {
  it("are those in sight and some on each side", () => {
    expect(visibleRows(10_000, 40, { top: 4000, height: 400 })).toEqual({
      first: 100 - spareRows,
      end: 110 + spareRows,
    });
  });

  it("do not begin before the first nor end after the last", () => {
    expect(visibleRows(10_000, 40, { top: 0, height: 400 }).first).toBe(0);
    expect(visibleRows(30, 40, { top: 800, height: 400 }).end).toBe(30);
    expect(visibleRows(0, 40, { top: 0, height: 400 })).toEqual({ first: 0, end: 0 });
  });

  it("are there also where the list became shorter than what was scrolled to", () => {
    const { first, end } = visibleRows(3, 40, { top: 100_000, height: 400 });
    expect(first).toBeLessThan(3);
    expect(end).toBe(3);
  });
});
