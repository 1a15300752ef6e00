import { describe, expect, it } from "vitest";
import { agreementCharts } from "../../../../src/documents/charts/agreement-chart";
import type { Mark } from "../../../../src/documents/charts/chart";
import { debriefMatrix } from "../../../../src/domain/debrief/matrix";
import { aDecidedRecord } from "../../../support/records";

// Sample handling is rated 4, 2 and, by a card that is not independent, 3; instruments 3 and 3 on a scale of four points.
const record = aDecidedRecord();
const charts = (individual: boolean) => agreementCharts(record, debriefMatrix(record), individual);
const dots = (marks: readonly Mark[]) => marks.filter(({ kind }) => kind === "dot");

describe("the chart of how far first ratings lie apart", () => {
  it("puts what is furthest apart first, and says in words what it draws", () => {
    const [chart] = charts(true);
    expect(chart?.rows.map(({ words }) => words)).toEqual(["2 steps apart: 2, 3 *, 4", "agree: 3, 3", "3"]);
    expect(chart?.says).toMatch(
      /^How far apart first ratings lie: 1 of 2 items within one step; the widest is /,
    );
  });

  it("draws a rating where it lies on the scale, hollow where it is not counted as independent", () => {
    const [row] = charts(true)[0]?.rows ?? [];
    expect(row?.marks[0]).toEqual({ kind: "span", from: 1 / 3, to: 1 });
    expect(dots(row?.marks ?? [])).toEqual([
      { kind: "dot", at: 1 / 3, beside: 0, counted: true },
      { kind: "dot", at: 2 / 3, beside: 0, counted: false },
      { kind: "dot", at: 1, beside: 0, counted: true },
    ]);
  });

  it("puts equal ratings side by side", () => {
    const row = charts(true)[0]?.rows[1];
    expect(dots(row?.marks ?? []).map((mark) => mark.kind === "dot" && mark.beside)).toEqual([-0.5, 0.5]);
  });

  it("gives exercises a chart with their own scale", () => {
    expect(charts(true).map(({ ticks }) => ticks.length)).toEqual([4, 3]);
  });

  it("has no single rating in it where those are not to be shown", () => {
    for (const chart of charts(false)) {
      expect(chart.rows.flatMap(({ marks }) => dots(marks))).toEqual([]);
      for (const { words } of chart.rows) expect(words).not.toContain(":");
    }
    expect(charts(false)[0]?.rows[0]?.words).toBe("2 steps apart, 2 ratings, mean 3");
  });

  it("is not there where nobody rated anything", () => {
    const empty = { ...record, cards: [] };
    expect(agreementCharts(empty, debriefMatrix(empty), true)).toEqual([]);
  });
});
