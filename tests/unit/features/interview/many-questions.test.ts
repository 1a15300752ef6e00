import { describe, expect, it } from "vitest";
import { findQuestions } from "../../../../src/features/interview/find-question";
import { firstFindings } from "../../../../src/features/interview/first-findings";

const questions = [
  { title: "Samples", prompt: "Tell us about a sample that you threw away." },
  { title: "Instruments", prompt: "Which instrument did you calibrate last, Zoë?" },
  ...Array.from({ length: 198 }, (_, index) => ({ title: "Samples", prompt: `A day with ${index} tubes.` })),
];

describe("finding one of two hundred questions", () => {
  it("takes a number as the place of one question", () => {
    expect(findQuestions(questions, "150")).toEqual([149]);
    expect(findQuestions(questions, " 2 ")).toEqual([1]);
    expect(findQuestions(questions, "201")).toEqual([]);
  });

  it("takes words from the title and from what is read out, in any order, without case and accents", () => {
    expect(findQuestions(questions, "AWAY samples")).toEqual([0]);
    expect(findQuestions(questions, "zoe instr")).toEqual([1]);
    expect(findQuestions(questions, "away instruments")).toEqual([]);
  });

  it("finds every question where nothing is looked for", () => {
    expect(findQuestions(questions, "  ")).toHaveLength(200);
  });
});

describe("the findings of a card with two hundred questions", () => {
  const blank = { blocks: false };
  const must = { blocks: true };

  it("begin with the first ten, and with everything that must be settled wherever it stands", () => {
    const findings = [...Array.from({ length: 150 }, () => blank), must, ...Array(40).fill(blank), must];
    expect(firstFindings(findings)).toEqual([...Array(10).fill(blank), must, must]);
  });

  it("are all shown where they are few", () => {
    const findings = Array.from({ length: 13 }, () => blank);
    expect(firstFindings(findings)).toHaveLength(13);
  });
});
