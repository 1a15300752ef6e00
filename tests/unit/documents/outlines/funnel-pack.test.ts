import { describe, expect, it } from "vitest";
import { funnelChart } from "../../../../src/documents/charts/funnel-chart";
import { funnelOutline } from "../../../../src/documents/outlines/funnel-pack";
import type { Funnel } from "../../../../src/domain/candidates/funnel";

const funnel: Funnel = {
  role: "Lab Technician",
  period: { from: "2026-09-01", to: "2026-11-20" },
  steps: [
    {
      name: "Application",
      entered: 40,
      left: [
        { reason: "knocked out", count: 20 },
        { reason: "withdrew", count: 1 },
      ],
    },
    { name: "Resume screen", entered: 19, left: [{ reason: "below the bar", count: 12 }] },
    { name: "Interviews", entered: 5, left: [] },
  ],
};

const tableOf = (made: Funnel) => {
  const [table] = funnelOutline(made, "2026-11-23T12:00:00.000Z").body.filter(({ kind }) => kind === "table");
  if (table?.kind !== "table") throw new Error("no table");
  return table.rows.map((row) => row.map(({ runs }) => runs.map(({ text }) => text).join("")));
};

describe("a funnel as a document", () => {
  it("has a row per step: who came, who left and why, and who is neither, which at the last step says nothing", () => {
    expect(tableOf(funnel)).toEqual([
      ["Application", "40", "21", "19", "20 × knocked out\n1 × withdrew"],
      ["Resume screen", "19", "12", "7", "12 × below the bar"],
      ["Interviews", "5", "0", "", "nobody"],
    ]);
  });

  it("draws each step against the one most came to, with the same in words", () => {
    const chart = funnelChart(funnel);
    expect(chart?.says).toBe("Of 40 applications 5 came as far as “Interviews”.");
    expect(chart?.rows.map(({ words }) => words)).toEqual([
      "40 came, 21 left",
      "19 came, 12 left",
      "5 came, nobody left",
    ]);
    expect(chart?.rows[2]?.marks).toEqual([{ kind: "span", from: 0, to: 0.125 }]);
  });

  it("says so where nobody applied, and draws nothing", () => {
    const empty: Funnel = {
      role: "Lab Technician",
      steps: [{ name: "Application", entered: 0, left: [] }],
      period: null,
    };
    expect(funnelChart(empty)).toBeNull();
    const outline = funnelOutline(empty, "2026-11-23T12:00:00.000Z");
    expect(JSON.stringify(outline)).toContain("Nobody has applied for this role yet.");
    expect(JSON.stringify(outline)).toContain("no application yet");
  });
});
