import { describe, expect, it } from "vitest";
import { ledgerToCardStates, type TriedCards } from "../../../../src/domain/sealing/card-states";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { ledgerToView } from "../../../../src/domain/sealing/ledger-view";
import {
  aCall,
  aCard,
  aDecision,
  allCards,
  ana,
  anEnvelope,
  aPlan,
  aPlanEntry,
  aReceipt,
  aRelease,
  beginning,
  ben,
  cleo,
  hana,
  ledgerOf,
  morning,
  noon,
  noonSlot,
  personId,
  plan,
  stranger,
} from "../../../support/sealing/loop-world";

const bens = allCards[1];
const nothingTried: TriedCards = new Map();
const states = (entries: readonly AuthenticEntry[], tried = nothingTried) =>
  ledgerToCardStates(ledgerOf(...entries), tried, []);
const stateOf = (name: string, entries: readonly AuthenticEntry[], tried = nothingTried) =>
  states(entries, tried).find((state) => state.personId === personId(name));
const openedOf = (entries: readonly AuthenticEntry[], tried = nothingTried) =>
  stateOf("ben", entries, tried)?.sealed[0]?.opened;

describe("the cards of a loop as everybody may see them", () => {
  it("are one per interviewer and slot, in the order of the plan, before anything is sealed", () => {
    expect(states(beginning)).toEqual(
      [
        [morning, "ana"],
        [morning, "ben"],
        [noonSlot, "cleo"],
      ].map(([slot, name]) => ({
        slotId: (slot as typeof morning).slotId,
        personId: personId(name as string),
        required: true,
        progress: null,
        sealed: [],
        forked: false,
        dropped: null,
        refused: [],
      })),
    );
  });

  it("are not required of an interviewer the plan does not ask, and are shown all the same", () => {
    const relaxed = aPlanEntry({ plan: aPlan([morning, noonSlot], { required: [] }) });
    const [charter, roster] = beginning;
    const shown = states([charter, roster, relaxed].filter((entry) => entry !== undefined));
    expect(shown.map(({ required }) => required)).toEqual([false, false, false]);
  });

  it("say how far a panelist is", () => {
    const progress = [{ slotId: morning.slotId, personId: personId("ben"), answered: 2, of: 3 }];
    const shown = ledgerToCardStates(ledgerOf(...beginning), nothingTried, progress);
    expect(shown.map((state) => state.progress)).toEqual([null, { answered: 2, of: 3 }, null]);
  });

  it("show sealed revisions with who else holds them, and nothing of what is inside", () => {
    const state = stateOf("ben", [...beginning, ...allCards, aReceipt(hana, [bens]), aReceipt(ben, [bens])]);
    expect(state?.sealed).toEqual([
      {
        envelopeHash: bens.hash,
        revision: 1,
        deviceId: ben.deviceId,
        sealedAt: noon,
        heldBy: [personId("hana")],
        copies: expect.any(Array),
        confirmation: { needed: 2, lacking: 1, keepers: [] },
        late: false,
        setAside: false,
        brokenGlass: [],
        opened: null,
      },
    ]);
  });

  it("show a card sealed by somebody who was not asked for one", () => {
    const extra = anEnvelope("ben", noonSlot);
    const shown = states([...beginning, extra]);
    expect(shown.at(-1)).toMatchObject({
      slotId: noonSlot.slotId,
      personId: personId("ben"),
      required: false,
    });
  });

  it("show both cards of a fork and mark it", () => {
    const other = anEnvelope("ben", morning, { ratings: { "q-samples": 1 } });
    const state = stateOf("ben", [...beginning, ...allCards, other]);
    expect(state?.forked).toBe(true);
    expect(state?.sealed.map(({ envelopeHash }) => envelopeHash).toSorted()).toEqual(
      [bens.hash, other.hash].toSorted(),
    );
    const second = anEnvelope("ben", morning, { facts: { revision: 2, prev: bens.hash } });
    expect(stateOf("ben", [...beginning, ...allCards, second])?.forked).toBe(false);
  });

  it("show nothing of a forged card", () => {
    const forged = anEnvelope("ben", morning, { by: stranger });
    expect(stateOf("ben", [...beginning, forged])?.sealed).toEqual([]);
  });
});

describe("a card after the call", () => {
  const call = aCall([...beginning, ...allCards]);
  const revealed = [...beginning, ...allCards, call];
  const released = [...revealed, aRelease(call, bens, ben)];
  const card = aCard(morning, "ben", { "q-samples": 3 });

  it("is withheld until its release is here", () => {
    expect(openedOf(revealed)).toEqual({ state: "withheld" });
    expect(openedOf(released)).toBeNull();
  });

  it("is open with its certificate once its key opened it", () => {
    expect(openedOf(released, new Map([[bens.hash, card]]))).toEqual({
      state: "open",
      card,
      dependence: [],
      byEscrow: false,
    });
  });

  it("says so where its key does not open it", () => {
    expect(openedOf(released, new Map([[bens.hash, "doesNotOpen"]]))).toEqual({ state: "doesNotOpen" });
  });

  it("stays closed without a call, even where this laptop can open it", () => {
    expect(openedOf([...beginning, ...allCards], new Map([[bens.hash, card]]))).toBeNull();
  });
});

describe("the view of a ledger", () => {
  const call = aCall([...beginning, ...allCards]);
  const decision = aDecision(call);
  const view = (entries: readonly AuthenticEntry[], device = cleo) =>
    ledgerToView(ledgerOf(...entries), device.deviceId, nothingTried, []);

  it("says who this laptop belongs to, and nobody for a laptop that was not admitted", () => {
    expect(view(beginning).me?.name).toBe("cleo");
    expect(view(beginning, ana).me?.name).toBe("ana");
    expect(view(beginning, stranger).me).toBeNull();
  });

  it("tells plan, reveal and decision as the authority signed them", () => {
    expect(view([...beginning, ...allCards])).toMatchObject({
      facilitator: personId("ana"),
      planHash: plan.hash,
      plan: plan.body.plan,
      reveal: null,
      decision: null,
    });
    expect(view([...beginning, ...allCards, call, decision])).toMatchObject({
      reveal: {
        callHash: call.hash,
        calledBy: personId("ana"),
        calledAt: noon,
        rule: "allSealed",
        reason: "",
      },
      decision: { hash: decision.hash, decision: decision.body.decision, decidedAt: noon },
    });
  });

  it("shows what was refused and why", () => {
    const forged = anEnvelope("ben", morning, { by: stranger });
    expect(view([...beginning, forged]).refused).toEqual([
      {
        hash: forged.hash,
        kind: "card",
        deviceId: stranger.deviceId,
        reason: "unknownDevice",
        card: { slotId: morning.slotId, personId: personId("ben") },
      },
    ]);
  });
});
