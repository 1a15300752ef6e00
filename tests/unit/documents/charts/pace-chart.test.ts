import { describe, expect, it } from "vitest";
import { paceChart } from "../../../../src/documents/charts/pace-chart";
import type { Card } from "../../../../src/domain/card/card";
import { aCard, aRecord, aRecordCard, aSlot } from "../../../support/builders/record";

const minute = 60_000;
const morning = aSlot("Morning", ["Ana", "Ben"], { startsAt: "2026-11-23T09:30", minutes: 40 });
const noon = aSlot("Noon", ["Ana"], { startsAt: "2026-11-23T12:00", minutes: 20 });

/** A card whose questions were first put at these minutes; null was not asked. */
const asked = (slot: typeof morning, name: string, minutes: readonly (number | null)[]): Card => {
  const card = aCard(slot, name, {});
  return {
    ...card,
    answers: card.answers.map((answer, index) => {
      const at = minutes[index] ?? null;
      return {
        ...answer,
        state: at === null ? "notAsked" : "asked",
        askedAtMs: at === null ? null : at * minute,
      };
    }),
  };
};

const recordOf = (cards: readonly Card[]) =>
  aRecord(
    cards.map((card) => aRecordCard(card)),
    [noon, morning],
  );

describe("the chart of the day’s pace", () => {
  it("shows what was planned, what was used and when each question was first put by anybody", () => {
    const chart = paceChart(
      recordOf([
        asked(morning, "Ana", [2, 12, null]),
        asked(morning, "Ben", [4, 10, 50]),
        asked(noon, "Ana", []),
      ]),
    );
    expect(chart?.rows.map(({ label }) => label)).toEqual(["Morning", "Noon"]);
    // Fifty minutes are the whole axis.
    expect(chart?.rows[0]?.marks).toEqual([
      { kind: "span", from: 0, to: 0.8 },
      { kind: "used", from: 0, to: 1 },
      ...[0.04, 0.2, 1].map((at) => ({ kind: "dot", at, beside: 0, counted: true })),
    ]);
    expect(chart?.rows[0]?.words).toBe(
      "40 min planned, written until minute 50, 10 min over, 3 of 3 questions asked",
    );
    expect(chart?.says).toBe("Pace of the day: 1 of 1 slots with a clock went over their time.");
  });

  it("says that no clock ran instead of drawing none", () => {
    const chart = paceChart(recordOf([asked(morning, "Ana", [1, 2, 3]), asked(noon, "Ana", [])]));
    expect(chart?.rows[1]?.words).toBe("20 min planned, no clock ran, 0 of 3 questions asked");
    expect(chart?.rows[1]?.marks.map(({ kind }) => kind)).toEqual(["span"]);
  });

  it("is not there where no card carries a time", () => {
    expect(paceChart(recordOf([asked(morning, "Ana", [])]))).toBeNull();
  });
});
