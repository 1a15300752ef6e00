import { describe, expect, it } from "vitest";
import { parseFormat, parseMinutes, parseSeconds } from "../../../../../src/domain/kit/role-page/duration";

describe("a length of time in words", () => {
  it.each([
    ["2 min", 120],
    ["90 sec", 90],
    ["1:30", 90],
    ["1 hr 30 min", 5400],
    ["1.5 minutes", 90],
    ["up to 2 minutes", 120],
    ["~20 min", 1200],
    ["2min", 120],
  ])("%j is %i seconds", (words, seconds) => {
    expect(parseSeconds(words)).toBe(seconds);
  });

  it.each(["", "soon", "15-20 min", "2 min per slide", "0 min", "20"])("%j is no length of time", (words) => {
    expect(parseSeconds(words)).toBeNull();
  });

  it("is in minutes only where it comes out even and stays under ten hours", () => {
    expect([parseMinutes("90 min"), parseMinutes("10 hours")]).toEqual([90, 600]);
    expect([parseMinutes("90 sec"), parseMinutes("11 hours")]).toEqual([null, null]);
  });
});

describe("a format line", () => {
  it.each([
    ["deck · 20 min · ~2 hr prep", { format: "deck", minutes: 20, preparation: "~2 hr prep" }],
    ["40 min | role-play", { format: "role-play", minutes: 40, preparation: "" }],
    ["written, at home", { format: "written, at home", minutes: null, preparation: "" }],
    ["talk · 20-30 min · no prep", { format: "talk · 20-30 min", minutes: null, preparation: "no prep" }],
    ["meal-prep · 20 min", { format: "meal-prep", minutes: 20, preparation: "" }],
  ])("%j is taken apart without losing a part", (line, parts) => {
    expect(parseFormat(line)).toEqual(parts);
  });
});
