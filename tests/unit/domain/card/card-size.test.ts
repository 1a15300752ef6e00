import { describe, expect, it } from "vitest";
import type { Card } from "../../../../src/domain/card/card";
import { cardBytes, fitsSealing, maxCardBytes } from "../../../../src/domain/card/card-size";
import { sealedForm } from "../../../../src/domain/card/card-versions";
import { kitItemIdSchema } from "../../../../src/domain/ids";
import { canonicalJson } from "../../../../src/domain/sealing/canonical-json";
import { aCard, aSlot } from "../../../support/builders/record";

const slot = aSlot("bench", ["ana"]);
const noted = (text: string): Card => {
  const card = aCard(slot, "ana", { "q-samples": 3 });
  const [first, ...rest] = card.answers;
  if (first === undefined) throw new Error("the slot has questions");
  return { ...card, answers: [{ ...first, notes: [{ atMs: 0, quote: false, text }] }, ...rest] };
};
const sealedBytes = (card: Card): number => Buffer.byteLength(canonicalJson(sealedForm(card)));

describe("the size of a card", () => {
  it.each([
    ["ASCII", "Two racks, one mislabelled."],
    ["quotation marks, backslashes and lines", '"\\"\n\t'.repeat(40)],
    ["a right-to-left script", "ספרתי פעמיים. عددتها مرتين.".repeat(30)],
    ["emoji and rare signs", "👩🏽‍🔬🧪 𝛑 数".repeat(30)],
  ])("is what sealing counts: %s", (_, text) => {
    expect(cardBytes(noted(text))).toBe(sealedBytes(noted(text)));
  });

  it.each([
    ["x", 1],
    ["ü", 2],
    ["数", 3],
    ["🧪", 4],
    ["\n", 2],
  ])("lets a card be filled with %j to the last byte that sealing takes, and not beyond", (sign, bytes) => {
    const empty = sealedBytes(noted(""));
    const most = Math.floor((maxCardBytes - empty) / bytes);
    expect(fitsSealing(noted(sign.repeat(most)))).toBe(true);
    expect(fitsSealing(noted(sign.repeat(most + 1)))).toBe(false);
  });

  const most = "x".repeat(maxCardBytes);
  const card = noted("");
  const seen = { rating: { kind: "blank" } as const, ticks: [], notes: [], criteria: [] };
  const played = { roleId: kitItemIdSchema.parse("buyer"), tensions: 1 };
  it.each<readonly [string, Partial<Card>]>([
    ["the take-away", { takeaway: most }],
    ["why a card is changed", { amendReason: most }],
    ["why there is no call", { overall: { kind: "noDecision", reason: most } }],
    ["why somebody else typed it", { onBehalf: { by: card.personId, reason: most } }],
    [
      "an answer to a test",
      {
        exercise: { ...seen, testAnswers: [{ itemId: played.roleId, text: most, correct: null }] },
      },
    ],
    ["a breach", { rolePlay: { ...played, delivered: [], breaches: [{ atMs: null, text: most }] } }],
    [
      "a tension",
      { rolePlay: { ...played, delivered: [{ tension: 0, atMs: null, text: most }], breaches: [] } },
    ],
  ])("counts %s", (_, written) => {
    expect(fitsSealing({ ...card, ...written })).toBe(false);
  });

  it("refuses five megabytes", () => {
    expect(fitsSealing(noted("x".repeat(5 * 1024 * 1024)))).toBe(false);
  });
});
