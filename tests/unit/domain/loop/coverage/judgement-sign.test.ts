import { describe, expect, it } from "vitest";
import { judgementSign } from "../../../../../src/domain/loop/coverage/judgement-sign";

const kindOf = (text: string, points = 4) => judgementSign(text, points)?.kind ?? null;

describe("a hand-off that reads like a judgement", () => {
  it.each([
    "She was weak on funding",
    "strong yes from me so far",
    "Excellent with partners, ask for more",
    "His answer was very good",
    "No-hire unless the figures hold",
    "I liked how she handled the conflict",
    "Below the bar on selling",
    "Poorly prepared",
  ])("is found by its words: %s", (text) => {
    expect(kindOf(text)).toBe("word");
  });

  it.each([
    "Funding: 2/4, please check",
    "3 out of 4 on launching",
    "I gave her a 2.",
    "rated 3 so far",
    "scored only 1",
    "a solid 3+",
    "At best 2,5",
  ])("is found by a point of the scale: %s", (text) => {
    expect(kindOf(text)).toBe("digit");
  });

  it.each([
    "Probe territory mapping",
    "Ask for 2 regional events and who paid",
    "She ran 3 launches in 2024; ask about the second",
    "Question 4 was skipped for time",
    "Ask for a good example of a plan with a partner",
    "We had 5 minutes left; the shared plan was not asked",
    "Ask who hired the reseller in 2023",
    "",
  ])("is not found in what to ask about: %s", (text) => {
    expect(judgementSign(text, 4)).toBeNull();
  });

  it("knows only the points of this scale", () => {
    expect(kindOf("rated 6", 7)).toBe("digit");
    expect(kindOf("rated 6", 4)).toBeNull();
  });

  it("says which words, and sees them over line ends and beside other scripts", () => {
    expect(judgementSign("Funding\nwas weak", 4)).toEqual({ kind: "word", text: "weak" });
    expect(judgementSign("שאלו על weak כאן", 4)).toEqual({ kind: "word", text: "weak" });
    expect(judgementSign("weakened the deadline", 4)).toBeNull();
  });
});
