import { describe, expect, it } from "vitest";
import { funnelCsv } from "../../../src/documents/funnel-csv";

describe("a funnel as CSV", () => {
  it("has a row for each step and each reason, and nothing a spreadsheet would run", () => {
    const csv = funnelCsv({
      role: '=cmd|"x"',
      period: { from: "2026-11-02", to: "2026-11-23" },
      steps: [
        { name: "Application", entered: 7, left: [{ reason: "Knock-out question", count: 2 }] },
        { name: "Resume screen", entered: 5, left: [] },
      ],
    });
    const head = '"\'=cmd|""x""","2026-11-02","2026-11-23"';
    expect(csv.split("\r\n")).toEqual([
      '\ufeff"role","from","to","step","entered","reason left","left"',
      `${head},"Application","7","",""`,
      `${head},"Application","","Knock-out question","2"`,
      `${head},"Resume screen","5","",""`,
      "",
    ]);
  });
});
