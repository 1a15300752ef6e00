import { describe, expect, it } from "vitest";
import { axisWords, narrowestStep } from "../../../../src/documents/charts/axis";

const ticks = (...labels: readonly string[]) =>
  labels.map((label, index) => ({ at: labels.length < 2 ? 0.5 : index / (labels.length - 1), label }));

describe("the words of an axis", () => {
  it("stay in one line where each fits", () => {
    expect(axisWords(ticks("Junior", "Mid", "Senior"), 8)).toEqual({
      lines: [["Junior", "Mid", "Senior"]],
      legend: "",
    });
  });

  it("are broken between words, and a short label leaves the lines below it empty", () => {
    expect(axisWords(ticks("Senior Partner Manager", "Lead"), 15)).toEqual({
      lines: [
        ["Senior Partner", "Lead"],
        ["Manager", ""],
      ],
      legend: "",
    });
  });

  it("are numbers with a legend where one word is too long", () => {
    expect(axisWords(ticks("Junior", "Wissenschaftlich"), 10)).toEqual({
      lines: [["1", "2"]],
      legend: "1 Junior, 2 Wissenschaftlich",
    });
  });

  it("are numbers with a legend where a label would take more than three lines", () => {
    expect(axisWords(ticks("a bb a bb", "c"), 2).legend).toBe("1 a bb a bb, 2 c");
    expect(axisWords(ticks("a bb a", "c"), 2).lines).toHaveLength(3);
  });

  it("count a letter of Chinese, Japanese and Korean as two", () => {
    expect(axisWords(ticks("高级经理"), 8).legend).toBe("");
    expect(axisWords(ticks("高级经理"), 7).legend).toBe("1 高级经理");
  });

  it("have a line also where there is nothing to say", () => {
    expect(axisWords(ticks("", ""), 5)).toEqual({ lines: [["", ""]], legend: "" });
  });
});

describe("the room between two ticks", () => {
  it("is that of the two nearest, in whatever order they come", () => {
    expect(narrowestStep([0, 0.5, 1].map((at) => ({ at, label: "" })))).toBe(0.5);
    expect(narrowestStep([1, 0, 0.25].map((at) => ({ at, label: "" })))).toBe(0.25);
  });

  it("is the whole axis for one tick", () => {
    expect(narrowestStep(ticks("Mid"))).toBe(1);
  });
});
