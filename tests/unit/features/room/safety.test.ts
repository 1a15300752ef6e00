import { describe, expect, it } from "vitest";
import { hashSchema, timestampSchema } from "../../../../src/domain/ids";
import type { CardState } from "../../../../src/domain/loop/loop-view";
import { safetyLamp, sealedLine } from "../../../../src/features/room/safety";
import { myCardsLine, roomLine } from "../../../../src/features/room/words";
import { aHash } from "../../../support/builders/ids";
import { aCardState, aLoopView, aSealed } from "../../../support/builders/loop-view";
import { aPerson, personId } from "../../../support/builders/record";

const panel = ["ana", "tomas", "ines"].map((name) => aPerson(name));
const withCards = (...cards: readonly CardState[]) => aLoopView(panel, { cards });

const sealed = (name: string, heldBy: readonly string[]): CardState =>
  aCardState(name, "bench", { sealed: [aSealed(name, "bench", heldBy)] });

describe("how safe the sealed cards are", () => {
  it("is nothing to talk about while none is sealed", () => {
    expect(safetyLamp(withCards(aCardState("ana", "bench")))).toBeNull();
  });

  it("names whose laptop must stay on where it alone holds a card", () => {
    expect(safetyLamp(withCards(sealed("ana", ["tomas"]), sealed("ines", [])))).toEqual({
      shape: "bang",
      words: "1 sealed card is on one laptop only (ines): keep it on and in the room.",
      unsafe: true,
    });
  });

  it("counts the laptops that hold every sealed card, their own author's included", () => {
    const view = withCards(sealed("ana", ["tomas"]), sealed("tomas", ["ana"]));
    expect(safetyLamp(view)?.words).toBe("2 laptops hold everything.");
  });

  it("calls one laptop that holds everything no safety of its own, only that each card is on two", () => {
    const view = withCards(sealed("ana", ["tomas"]), sealed("ines", ["tomas"]));
    expect(safetyLamp(view)?.words).toBe("Every sealed card is on at least two laptops.");
  });

  it("does not claim that one laptop holds everything where none does", () => {
    const view = withCards(sealed("ana", ["tomas"]), sealed("tomas", ["ines"]), sealed("ines", ["ana"]));
    expect(safetyLamp(view)).toEqual({
      shape: "full",
      words: "Every sealed card is on at least two laptops.",
      unsafe: false,
    });
  });
});

describe("how many cards are in", () => {
  it("counts required cards only", () => {
    const shadow = aCardState("noa", "bench", { required: false });
    expect(sealedLine(withCards(sealed("ana", []), aCardState("tomas", "bench"), shadow))).toBe(
      "1 of 2 cards are sealed.",
    );
    expect(sealedLine(withCards(sealed("ana", []), sealed("tomas", []), shadow))).toBe(
      "All 2 cards are sealed.",
    );
  });

  it("speaks of the one card, and of none", () => {
    expect(sealedLine(withCards(sealed("ana", [])))).toBe("The one card is sealed.");
    expect(sealedLine(withCards())).toBe("No card is required.");
  });

  it("says after the reveal that the cards are revealed, whatever was missing", () => {
    const reveal = {
      callHash: aHash(hashSchema, "call"),
      calledBy: personId("ana"),
      calledAt: timestampSchema.parse("2026-11-23T12:00:00.000Z"),
      rule: "early" as const,
      reason: "A laptop broke.",
    };
    const view = aLoopView(panel, { reveal, cards: [aCardState("ana", "bench")] });
    expect(sealedLine(view)).toBe("The cards are revealed.");
  });
});

describe("the room in the top bar", () => {
  const room = { hosting: true, invite: null, lobby: [], problem: null } as const;
  const peer = (link: "direct" | "connecting") => ({ deviceId: "d", personId: null, link });

  it("counts this laptop among those that are together", () => {
    expect(roomLine({ ...room, connection: "together", peers: [peer("direct"), peer("direct")] })).toEqual({
      shape: "full",
      words: "3 laptops together",
    });
  });

  it("calls nobody together who is only connecting", () => {
    expect(roomLine({ ...room, connection: "together", peers: [peer("connecting")] }).words).toBe("alone");
  });

  it("tells alone from nobody reachable by shape as well as by words", () => {
    expect(roomLine({ ...room, connection: "alone", peers: [] }).shape).toBe("empty");
    expect(roomLine({ ...room, connection: "unreachable", peers: [] }).shape).toBe("bang");
  });

  it("says how safe one's own cards are by the one that is on fewest laptops", () => {
    const two = [
      sealed("ana", ["tomas", "ines"]),
      { ...sealed("ana", ["tomas"]), slotId: sealed("ana", []).slotId },
    ];
    expect(myCardsLine(withCards(aCardState("ana", "bench")))).toBe("");
    expect(myCardsLine(withCards(sealed("ana", [])))).toBe("my card on 1 laptop only");
    expect(myCardsLine(withCards(sealed("ana", ["tomas"]), sealed("tomas", [])))).toBe("my card safe on 2");
    expect(myCardsLine(withCards(...two))).toBe("my cards safe on 2");
  });
});
