import { describe, expect, it } from "vitest";
import { wellFormedCard } from "../../../../src/domain/card/well-formed-card";
import { canonicalJson } from "../../../../src/domain/sealing/canonical-json";
import { aCard, aSlot } from "../../../support/builders/record";

const half = "a\ud83d";

describe("a card about to be sealed", () => {
  const card = aCard(
    aSlot("bench", ["ana"]),
    "ana",
    { "q-samples": 3 },
    {
      takeaway: half,
      overall: { kind: "noDecision", reason: half },
    },
  );
  const noted = {
    ...card,
    answers: card.answers.map((answer) => ({ ...answer, notes: [{ atMs: null, quote: false, text: half }] })),
  };

  it("cannot be signed with half a character in it", () => {
    expect(() => canonicalJson(noted)).toThrow("lone surrogate");
  });

  it("can be signed once it is well formed, and nothing else of it changed", () => {
    const fit = wellFormedCard(noted);
    expect(canonicalJson(fit)).toContain("a\ufffd");
    expect(wellFormedCard(card).answers).toEqual(card.answers);
  });
});
