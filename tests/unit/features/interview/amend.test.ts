import { describe, expect, it } from "vitest";
import type { LoopView } from "../../../../src/domain/loop/loop-view";
import { amendFrom, sealedElsewhere } from "../../../../src/features/interview/amend";
import { aSealed } from "../../../support/builders/loop-view";
import { aCard, aSlot } from "../../../support/builders/record";

const card = aCard(aSlot("bench", ["ana"]), "ana", { "q-samples": 3 });
const sealed = aSealed("ana", "bench");

describe("a change to a sealed card", () => {
  it("starts from what this laptop wrote, and without that from what a reveal opened", () => {
    const opened = { state: "open" as const, card, dependence: [], byEscrow: false };
    const mine = { ...card, takeaway: "Mine." };
    expect(amendFrom(mine, { opened })).toBe(mine);
    expect(amendFrom(null, { opened })).toBe(card);
  });

  it("has nothing to start from on a laptop that neither wrote nor may read the card", () => {
    expect(amendFrom(null, { opened: null })).toBeNull();
    expect(amendFrom(null, { opened: { state: "withheld" } })).toBeNull();
  });

  it("says when another laptop of the same person sealed the card", () => {
    const laptop = (isThis: boolean, label: string) =>
      ({ deviceId: sealed.deviceId, label, words: [], isThis, vouched: true }) as const;
    const view = (ownLaptops: LoopView["ownLaptops"]) => sealedElsewhere({ ownLaptops }, sealed);
    expect(view([])).toBeNull();
    expect(view([laptop(true, "Desk")])).toBeNull();
    expect(view([laptop(false, "Travel laptop")])).toBe("Travel laptop");
    expect(view([laptop(false, "")])).toBe("your other laptop");
  });
});
