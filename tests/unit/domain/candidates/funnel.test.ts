import { describe, expect, it } from "vitest";
import { funnelSchema, leftAt } from "../../../../src/domain/candidates/funnel";

const step = { name: "Resume screen", entered: 7, left: [{ reason: "No certificate", count: 2 }] };

describe("a funnel", () => {
  it("is a role, its steps and the days that are counted", () => {
    const funnel = {
      role: "Partner Manager",
      steps: [step],
      period: { from: "2026-11-02", to: "2026-11-23" },
    };
    expect(funnelSchema.safeParse(funnel).success).toBe(true);
    expect(funnelSchema.safeParse({ ...funnel, period: null }).success).toBe(true);
  });

  it("refuses counts that no applications can have", () => {
    expect(
      funnelSchema.safeParse({ role: "R", steps: [{ ...step, entered: -1 }], period: null }).success,
    ).toBe(false);
  });

  it("counts all who left at a step", () => {
    expect(leftAt({ ...step, left: [...step.left, { reason: "Withdrew", count: 1 }] })).toBe(3);
  });
});
