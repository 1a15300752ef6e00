import { describe, expect, it } from "vitest";
import { hashSchema, timestampSchema } from "../../../../src/domain/ids";
import { completenessOf } from "../../../../src/domain/loop/completeness";
import type { CardState } from "../../../../src/domain/loop/loop-view";
import { safetyLamp, sealedLine, wholeLine } from "../../../../src/features/room/safety";
import { myCardsLine, roomLine } from "../../../../src/features/room/words";
import { aHash } from "../../../support/builders/ids";
import { aCardState, aLoopView, aSealed } from "../../../support/builders/loop-view";
import { aPerson, personId, slotId } from "../../../support/builders/record";

const panel = ["ana", "tomas", "ines"].map((name) => aPerson(name));
const withCards = (...cards: readonly CardState[]) => aLoopView(panel, { cards });

const sealed = (name: string, heldBy: readonly string[]): CardState =>
  aCardState(name, "bench", { sealed: [aSealed(name, "bench", heldBy)] });

const lampOf = (...cards: readonly CardState[]) => {
  const view = withCards(...cards);
  return safetyLamp(view, completenessOf(view));
};
const wholeOf = (...cards: readonly CardState[]) => {
  const view = withCards(...cards);
  return wholeLine(view, completenessOf(view));
};

describe("how safe the cards are", () => {
  it("is nothing to talk about while none is expected", () => {
    expect(lampOf()).toBeNull();
  });

  it("counts what is safe and names whose laptop still owes one", () => {
    expect(lampOf(sealed("ana", ["tomas", "ines"]), aCardState("tomas", "bench"))).toEqual({
      shape: "half",
      words: "1 of 2 cards are safe; tomas’ laptop still owes 1.",
      unsafe: false,
    });
  });

  it("asks for attention while a card is on one laptop only", () => {
    expect(lampOf(sealed("ana", ["tomas", "ines"]), sealed("ines", []))).toMatchObject({
      shape: "bang",
      words: "1 of 2 cards are safe; ines’ laptop still owes 1.",
      unsafe: true,
    });
  });

  it("is full and says so when all are safe", () => {
    expect(lampOf(sealed("ana", ["tomas", "ines"]), sealed("tomas", ["ana", "ines"]))).toEqual({
      shape: "full",
      words: "All 2 cards are safe.",
      unsafe: false,
    });
    expect(lampOf(sealed("ana", ["tomas", "ines"]))?.words).toBe("The one card is safe.");
  });

  it("lists up to three names, and counts where there are more", () => {
    const three = ["ana", "tomas", "ines"].map((name) => aCardState(name, "bench"));
    expect(lampOf(...three)?.words).toBe(
      "0 of 3 cards are safe; ana’s laptop still owes 1, tomas’ 1 and ines’ 1.",
    );
    expect(lampOf(...three, aCardState("noa", "bench"))?.words).toBe(
      "0 of 4 cards are safe; 4 laptops still owe 4.",
    );
  });

  it("does not count a card nobody waits for among those that are owed", () => {
    expect(lampOf(aCardState("ana", "bench"), aCardState("noa", "bench", { required: false }))?.words).toBe(
      "0 of 1 card is safe; ana’s laptop still owes 1.",
    );
  });

  it("counts the laptops that hold everything that is sealed, and claims none where none does", () => {
    expect(wholeOf(sealed("ana", ["tomas"]), sealed("tomas", ["ana"]))).toBe(
      "2 laptops hold everything that is sealed.",
    );
    expect(wholeOf(sealed("ana", ["tomas"]), sealed("tomas", ["ines"]), sealed("ines", ["ana"]))).toBe("");
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
  const peer = (link: "direct" | "connecting") => ({
    deviceId: "d",
    personId: null,
    link,
    holds: "unknown" as const,
  });

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

  it("says how safe one's own cards are by the one that is worst off", () => {
    const two = [sealed("ana", ["tomas", "ines"]), { ...sealed("ana", ["tomas"]), slotId: slotId("other") }];
    expect(myCardsLine(withCards(aCardState("ana", "bench")))).toBe("");
    expect(myCardsLine(withCards(sealed("ana", [])))).toBe("my card on this laptop");
    expect(myCardsLine(withCards(sealed("ana", ["tomas", "ines"]), sealed("tomas", [])))).toBe(
      "my card confirmed",
    );
    expect(myCardsLine(withCards(...two))).toBe("my cards sent");
  });
});
