import { describe, expect, it } from "vitest";
import { type Letters, linesOf } from "../../../../../src/documents/word/pages/lines";

const arial = { font: "Arial", emptySize: 10 } as const;

/** Arial's n and figures are 0.556 of their size wide, its space 0.278: Adobe's metrics of Helvetica, which it shares. */
const letters = (text: string, given: Partial<Letters> = {}): Letters => ({
  text,
  size: 10,
  face: "regular",
  ...given,
});

const count = (text: string, width: number): number => linesOf([letters(text)], width, arial).length;

describe("the lines of a paragraph", () => {
  it("hold as many words as are wide enough together, letter by letter", () => {
    // nn nn: four letters of 5.56 and a space of 2.78.
    expect(count("nn nn", 25.1)).toBe(1);
    expect(count("nn nn", 24.9)).toBe(2);
  });

  it("give the spaces at their end no room", () => {
    expect(count("nn    nn", 11.2)).toBe(2);
    expect(count("nn      ", 11.2)).toBe(1);
  });

  it("end where the text says, also twice", () => {
    expect(count("a\nb", 100)).toBe(2);
    expect(count("a\n\nb", 100)).toBe(3);
  });

  it("end behind a hyphen and between any two Chinese letters, but not inside a word", () => {
    expect(count("nnn-nnn", 25)).toBe(2);
    expect(count("王小明王", 25)).toBe(2);
    expect(count("n nnn", 17)).toBe(2);
  });

  it("break a word that no line holds where the line ends, in a time that grows with its letters only", () => {
    expect(count("n".repeat(100_000), 55.61)).toBe(10_000);
  });

  it("are as high as their largest letter, and the words of bold letters wider", () => {
    const mixed = [letters("nn ", { size: 8 }), letters("nn", { size: 12 })];
    expect(linesOf(mixed, 100, arial)).toEqual([12]);
    expect(linesOf(mixed, 14, arial)).toEqual([8, 12]);
    // Helvetica-Bold's n is 0.611.
    expect(linesOf([letters("nnnn", { face: "bold" })], 24.5, arial)).toHaveLength(1);
    expect(linesOf([letters("nnnn", { face: "bold" })], 24.3, arial)).toHaveLength(2);
  });

  it("are one, of its own size, where there are no letters", () => {
    expect(linesOf([], 100, arial)).toEqual([10]);
    expect(linesOf([letters("")], 100, arial)).toEqual([10]);
  });
});
