import { describe, expect, it } from "vitest";
import { hashSchema } from "../../../../src/domain/ids";
import type { BrokenGlassState, LoopView } from "../../../../src/domain/loop/loop-view";
import {
  cardLines,
  escrowCards,
  glassSentences,
  holdsEscrow,
} from "../../../../src/features/room/escrow-cards";
import { forkedCardsOf } from "../../../../src/features/room/own-cards";
import { aHash } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aCardState, aDevice, aLoopView, anAuthority, aSealed } from "../../../support/builders/loop-view";
import { aCard, aPerson, aPlan, aSlot, noon, personId } from "../../../support/builders/record";

const [ben, hana] = [aPerson("ben"), aPerson("hana", ["recordsKeeper"])];
const slot = aSlot("dive", ["ben"], { title: "Deep dive" });
const glass = (witnesses: readonly string[]): BrokenGlassState => ({
  hash: aHash(hashSchema, "glass"),
  personId: personId("hana"),
  at: noon,
  reason: "Ben is ill.",
  witnesses: witnesses.map(personId),
});
const viewOf = (
  me: typeof ben,
  brokenGlass: readonly BrokenGlassState[],
  overrides: Partial<LoopView> = {},
) =>
  aLoopView([me, ben, hana], {
    plan: aPlan([slot]),
    cards: [aCardState("ben", "dive", { sealed: [aSealed("ben", "dive", [], { brokenGlass })] })],
    authority: anAuthority([me], null, { escrow: personId("hana") }),
    ...overrides,
  });

describe("escrow in the room", () => {
  it("is the escrow person's alone", () => {
    expect(holdsEscrow(viewOf(hana, []))).toBe(true);
    expect(holdsEscrow(viewOf(ben, []))).toBe(false);
    expect(holdsEscrow(viewOf(hana, [], { authority: anAuthority([hana], null) }))).toBe(false);
  });

  it("tells everybody the reason, and whether another laptop holds it", () => {
    expect(glassSentences(viewOf(ben, []))).toEqual([]);
    expect(glassSentences(viewOf(ben, [glass([])]))[0]).toContain("so it stays closed");
    expect(glassSentences(viewOf(ben, [glass(["ben"])]))).toEqual([
      "hana may read a card before the reveal (ben, Deep dive, revision 1): “Ben is ill.” Witnessed by ben.",
    ]);
  });

  it("lists the keys that are missing after the reveal", () => {
    const sealed = [aSealed("ben", "dive", [], { opened: { state: "withheld" } })];
    const view = viewOf(hana, [], { cards: [aCardState("ben", "dive", { sealed })] });
    expect(escrowCards(view)).toMatchObject([{ label: "ben, Deep dive, revision 1", withheld: true }]);
    expect(escrowCards(viewOf(hana, []))).toMatchObject([{ withheld: false }]);
  });

  it("reads a card line by line", () => {
    const lines = cardLines(aCard(slot, "ben", { "q-samples": 3 }), aKit());
    expect(lines[0]).toMatch(/^Call: /);
    expect(lines.some((line) => line.endsWith(": 3"))).toBe(true);
  });
});

describe("an author's versions", () => {
  const sealed = [
    aSealed("ben", "dive"),
    aSealed("ben", "dive", [], {
      envelopeHash: aHash(hashSchema, "other"),
      deviceId: aDevice("tablet").deviceId,
    }),
  ];
  const forked = aCardState("ben", "dive", { sealed, forked: true });
  const view = (me: typeof ben, overrides: Partial<LoopView> = {}) =>
    viewOf(me, [], { cards: [forked], ...overrides });

  it("are the author's to choose from while nothing is revealed", () => {
    expect(forkedCardsOf(view(ben))).toMatchObject([{ title: "Deep dive", versions: [{}, {}] }]);
    expect(forkedCardsOf(view(hana))).toEqual([]);
    const reveal = {
      callHash: aHash(hashSchema, "call"),
      calledBy: personId("ben"),
      calledAt: noon,
      rule: "early",
      reason: "",
    } as const;
    expect(forkedCardsOf(view(ben, { reveal }))).toEqual([]);
    expect(forkedCardsOf(view(ben, { cards: [{ ...forked, forked: false }] }))).toEqual([]);
  });
});
