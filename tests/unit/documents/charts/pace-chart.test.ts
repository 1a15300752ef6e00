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

/** The card with a note to its first answer that was typed at this minute. */
const notedAt = (card: Card, atMinute: number): Card => ({
  ...card,
  answers: card.answers.map((answer, index) =>
    index === 0
      ? { ...answer, notes: [{ atMs: atMinute * minute, text: "Added afterwards", quote: false }] }
      : answer,
  ),
});

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
      "40 min planned, last written at minute 50, last question 10 min over, 3 of 3 questions asked",
    );
    expect(chart?.says).toBe(
      "Pace of the day: in 1 of 1 slots with a clock a question was first put after the time planned.",
    );
  });

  it("says that no clock ran instead of drawing none", () => {
    const chart = paceChart(recordOf([asked(morning, "Ana", [1, 2, 3]), asked(noon, "Ana", [])]));
    expect(chart?.rows[1]?.words).toBe("20 min planned, no clock ran, 0 of 3 questions asked");
    expect(chart?.rows[1]?.marks.map(({ kind }) => kind)).toEqual(["span"]);
  });

  it("is not there where no card carries a time", () => {
    expect(paceChart(recordOf([asked(morning, "Ana", [])]))).toBeNull();
  });

  it("calls no slot over for a note typed afterwards, and ends the axis at twice the longest slot", () => {
    const chart = paceChart(recordOf([notedAt(asked(morning, "Ana", [2, 12, 40]), 160)]));
    expect(chart?.rows[0]?.words).toBe("40 min planned, last written at minute 160, 3 of 3 questions asked");
    expect(chart?.says).toContain("in 0 of 1 slots");
    // Forty planned minutes are half of the axis.
    expect(chart?.rows[0]?.marks.slice(0, 2)).toEqual([
      { kind: "span", from: 0, to: 0.5 },
      { kind: "used", from: 0, to: 1 },
    ]);
    expect(chart?.key).toContain("What is later than the axis is drawn at its end.");
  });

  it("calls no slot over that has no time planned, and leaves it out of the count", () => {
    const open = aSlot("Open end", ["Ana"], { startsAt: "2026-11-23T15:00", minutes: 0 });
    const mixed = paceChart(
      aRecord(
        [asked(morning, "Ana", [2, 12, 30]), asked(open, "Ana", [1, 20, 40])].map((card) =>
          aRecordCard(card),
        ),
        [morning, open],
      ),
    );
    expect(mixed?.rows[1]?.words).toBe("no time planned, last written at minute 40, 3 of 3 questions asked");
    expect(mixed?.rows[1]?.marks.map(({ kind }) => kind)).toEqual(["used", "dot", "dot", "dot"]);
    expect(mixed?.says).toContain("in 0 of 1 slots");
    const alone = paceChart(aRecord([aRecordCard(asked(open, "Ana", [1, 20, 40]))], [open]));
    expect(alone?.says).toBe("Pace of the day: no slot with a clock has a time planned.");
  });
});
