import { describe, expect, it } from "vitest";
import {
  leniencyGround,
  leniencySentence,
  otherStructures,
} from "../../../../../src/features/debrief/numbers/across-words";

const told = (steps: number) => ({ kind: "told", steps, items: 14, candidates: 4 }) as const;

describe("what other loops say", () => {
  it("names which way somebody differs and from how much", () => {
    expect(leniencySentence("Tomas", told(-0.62))).toBe(
      "Tomas rates 0.6 steps lower than the others on average: 14 items that others rated too, with 4 candidates.",
    );
    expect(leniencySentence("Ana", told(1.25))).toContain("1.3 steps higher");
  });

  it("calls a difference that chance makes none", () => {
    expect(leniencySentence("Ines", told(0.05))).toBe(
      "Ines rates like the others: 14 items that others rated too, with 4 candidates.",
    );
  });

  it("says how much is missing where it cannot be told, and no number", () => {
    expect(leniencySentence("Priya", { kind: "tooLittle", items: 1, candidates: 1 })).toBe(
      "Priya: too little to tell, 1 item that others rated too, with 1 candidate; it takes 8 and 3.",
    );
  });

  it("says what it rests on", () => {
    expect(leniencyGround(0)).toContain("this one alone");
    expect(leniencyGround(2)).toContain("2 decided loops");
  });

  it("holds the structure of other loops beside this one, each with how much of it is on record", () => {
    expect(otherStructures([])).toBe(
      "No other loop of this role is decided on this laptop to hold beside it.",
    );
    expect(
      otherStructures([
        { components: [], met: 7, logged: 10 },
        { components: [], met: 8, logged: 11 },
      ]),
    ).toBe("Other loops of this role had 7 of 10 and 8 of 11.");
  });
});
