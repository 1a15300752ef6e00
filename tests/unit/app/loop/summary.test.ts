import { describe, expect, it } from "vitest";
import { updatedSummary } from "../../../../src/app/loop/summary";
import { hashSchema } from "../../../../src/domain/ids";
import { type EndedState, quietDay } from "../../../../src/domain/loop/day/loop-day";
import type { LoopView } from "../../../../src/domain/loop/loop-view";
import { phaseWords } from "../../../../src/features/loop/words";
import { aHash } from "../../../support/builders/ids";
import { aCardState, aLoopView } from "../../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, loopId, noon, personId } from "../../../support/builders/record";
import { aCandidateLoop } from "../../../support/store/a-stored-loop";

const view = aLoopView([aPerson("ana", ["facilitator", "panelist"])], {
  plan: aPlan([aSlot("one", ["ana"])]),
});
const ended = (cause: EndedState["cause"]): Partial<LoopView> => ({
  day: {
    ...quietDay,
    ended: {
      hash: aHash(hashSchema, "ended"),
      cause,
      at: noon,
      by: personId("ana"),
      reason: "Said so.",
      retentionFrom: "2026-11-23",
    },
  },
});
const phase = (overrides: Partial<LoopView> = {}) =>
  updatedSummary(aCandidateLoop(loopId), { ...view, ...overrides }).phase;

describe("a loop in the list", () => {
  it("is ended where the candidate withdrew or it was cancelled, and goes on where that was taken back", () => {
    const cards = [aCardState("ana", "one", { progress: { answered: 1, of: 3 } })];
    expect(phase({ cards })).toBe("live");
    expect(phase({ cards, ...ended("withdrawn") })).toBe("withdrawn");
    expect(phase({ cards, ...ended("cancelled") })).toBe("cancelled");
    expect(phase({ cards, day: quietDay })).toBe("live");
  });

  it("has a mark and words of its own in each state", () => {
    const all = Object.values(phaseWords);
    expect(new Set(all.map(({ shape }) => shape)).size).toBe(all.length);
    expect(new Set(all.map(({ words }) => words)).size).toBe(all.length);
  });
});
