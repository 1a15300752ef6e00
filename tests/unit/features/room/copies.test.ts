import { describe, expect, it } from "vitest";
import { timestampSchema } from "../../../../src/domain/ids";
import { ageWords } from "../../../../src/features/room/ages";
import { copyRows, laptopRows } from "../../../../src/features/room/copies";
import { timeText } from "../../../../src/ui/time-text";
import { aCardState, aCopy, aDevice, aLoopView, aSealed } from "../../../support/builders/loop-view";
import { aPerson } from "../../../support/builders/record";

const persons = [aPerson("ana", ["facilitator", "panelist"]), aPerson("tomas"), aPerson("ines")];
const halfPast = "2026-11-23T12:30:00.000Z";
const nowMs = Date.parse(halfPast);
const receipt = timeText("2026-11-23T11:45:00.000Z");
const rowsOf = (...cards: Parameters<typeof aCardState>[]) =>
  copyRows(aLoopView(persons, { cards: cards.map((given) => aCardState(...given)) }), nowMs);

describe("the age of a receipt", () => {
  const ago = (minutes: number) => ageWords(new Date(nowMs - minutes * 60_000).toISOString(), nowMs);

  it("is told in minutes, hours and days", () => {
    expect([0, 1, 2, 59, 119, 120, 47 * 60, 48 * 60].map(ago)).toEqual([
      "just now",
      "just now",
      "2 min ago",
      "59 min ago",
      "119 min ago",
      "2 hours ago",
      "47 hours ago",
      "2 days ago",
    ]);
  });

  it("is not told where the other clock is ahead", () => {
    expect(ago(-1)).toBe("just now");
    expect(ago(-90)).toBe("by a clock ahead of this one");
  });
});

describe("every card and its copies", () => {
  it("name each laptop but the author's with the time and age of its receipt", () => {
    const [row] = rowsOf(["tomas", "bench", { sealed: [aSealed("tomas", "bench", ["ana"])] }]);
    expect(row).toMatchObject({
      slot: "bench",
      person: "tomas",
      lamp: { words: "sent" },
      copies: [`ana ${receipt}, 45 min ago`],
      owed: "A copy on 1 more laptop",
    });
  });

  it("say who seals a card that is owed, and nothing of one that nobody waits for", () => {
    const rows = rowsOf(["tomas", "bench"], ["ines", "bench", { required: false }]);
    expect(rows.map(({ owed, lamp }) => [owed, lamp.words])).toEqual([
      ["tomas seals it", "not sealed"],
      ["", "not needed"],
    ]);
  });

  it("give the reason of a dropped card", () => {
    const [row] = rowsOf(["tomas", "bench", { required: false, dropped: "The lab was closed." }]);
    expect(row?.owed).toBe("Dropped: The lab was closed.");
  });

  it("tell two laptops of one person apart by what they are called", () => {
    const second = { ...aDevice("second"), personId: aDevice("ana").personId, label: "ana at home" };
    const view = aLoopView(persons, {
      devices: [aDevice("ana"), second],
      cards: [
        aCardState("tomas", "bench", {
          sealed: [
            aSealed("tomas", "bench", ["ana"], {
              copies: [aCopy("ana", { deviceId: second.deviceId })],
            }),
          ],
        }),
      ],
    });
    expect(copyRows(view, nowMs)[0]?.copies).toEqual([`ana (ana at home) ${receipt}, 45 min ago`]);
  });
});

describe("every laptop", () => {
  it("is shown with how much of what is sealed it holds, by its newest receipt", () => {
    const later = timestampSchema.parse("2026-11-23T12:28:00.000Z");
    const cards = [
      aCardState("ana", "bench", { sealed: [aSealed("ana", "bench", ["tomas"])] }),
      aCardState("tomas", "bench", {
        sealed: [aSealed("tomas", "bench", [], { copies: [aCopy("tomas", { receiptAt: later })] })],
      }),
    ];
    const rows = laptopRows(aLoopView(persons, { cards }), nowMs);
    expect(rows.map(({ person, lamp, receipt: words }) => [person, lamp.words, words])).toEqual([
      ["ana", "1 of 2", `${receipt}, 45 min ago`],
      ["tomas", "2 of 2", `${timeText(later)}, 2 min ago`],
      ["ines", "0 of 2", "none yet"],
    ]);
  });
});
