import { describe, expect, it } from "vitest";
import type { LoopSummary } from "../../../../src/bindings/services";
import { kitIdSchema, loopIdSchema } from "../../../../src/domain/ids";
import { lastLoops } from "../../../../src/features/library/last-loops";
import { anId } from "../../../support/builders/ids";

const [lab, partner] = [anId(kitIdSchema, "lab"), anId(kitIdSchema, "partner")];

const loop = (day: string, changes: Partial<LoopSummary> = {}): LoopSummary => ({
  loopId: anId(loopIdSchema, `loop ${day}`),
  candidateName: "Sam Okafor",
  kitTitle: "Lab Technician",
  kitId: lab,
  levelName: "Mid",
  phase: "decided",
  day,
  ...changes,
});

describe("the last loop of a kit", () => {
  it("is the newest by its day, each kit for itself, in whatever order loops are listed", () => {
    const loops = [loop("2026-10-02"), loop("2026-11-20", { phase: "planned" }), loop("2026-11-03")];
    const found = lastLoops([...loops, loop("2026-12-01", { kitId: partner })]);
    expect([found.get(lab), found.get(partner)]).toEqual(["2026-11-20", "2026-12-01"]);
  });

  it("is none that was cancelled, has no day yet, or whose kit is not known here", () => {
    const cancelled = loop("2026-11-22", { phase: "cancelled" });
    expect(lastLoops([cancelled, loop(""), loop("2026-11-21", { kitId: undefined })]).size).toBe(0);
  });
});
