import { describe, expect, it } from "vitest";
import { type CallRule, layOutCall, mayRelease } from "../../../../src/domain/sealing/call";
import type { AuthenticEntry, CallBody } from "../../../../src/domain/sealing/entries";
import {
  aCall,
  aCharter,
  allCards,
  allSealed,
  ana,
  anEnvelope,
  aPlan,
  aPlanEntry,
  aRawCall,
  aReceipt,
  aRelease,
  beginning,
  ben,
  charter,
  cleo,
  fate,
  fateOf,
  hana,
  idOf,
  ledgerOf,
  ledgerUnder,
  morning,
  noon,
  noonSlot,
  personId,
  plan,
  roster,
  signed,
  stranger,
} from "../../../support/sealing/loop-world";

const [anas, bens, cleos] = allCards;
const early: CallRule = { rule: "early", reason: "The candidate has to leave." };
const cleoOwes = { slotId: noonSlot.slotId, personId: personId("cleo") };
const wholeLoop = { kind: "loop" } as const;
const facts = { deviceId: idOf(ana), caller: personId("ana"), at: noon, scope: wholeLoop };

const layOut = (rule: CallRule, ...entries: readonly AuthenticEntry[]) =>
  layOutCall(ledgerOf(...entries), rule, facts);
const permission = (
  call: AuthenticEntry<"call">,
  card: AuthenticEntry<"card">,
  ...entries: readonly AuthenticEntry[]
) => {
  const result = mayRelease(call, card, ledgerOf(...entries, call));
  return result.ok ? "may release" : result.error.type;
};
/** The plan after Cleo's card was dropped with a reason. */
const withoutCleo = aPlanEntry({
  version: 2,
  prev: plan.hash,
  plan: aPlan([morning]),
  reason: "Cleo is ill.",
});
const roundCharter = aCharter({ revealScope: "round" });
const roundLedger = (...entries: readonly AuthenticEntry[]) =>
  ledgerUnder(roundCharter)(roundCharter, roster, plan, ...entries);

describe("laying out a call", () => {
  it("names every card, the plan and the newest entry of every chain", () => {
    const receipt = aReceipt(hana, [anas]);
    const body = layOut(allSealed, ...beginning, ...allCards, receipt);
    expect(body).toMatchObject({
      ok: true,
      value: {
        rule: "allSealed",
        reason: "",
        planHash: plan.hash,
        cards: allCards.map(({ hash }) => hash).toSorted(),
        missing: [],
        heads: [roster, plan, ...allCards, receipt].map(({ hash }) => hash).toSorted(),
      },
    });
  });

  it("names all revisions as cards and only the newest as heads", () => {
    const second = anEnvelope("ben", morning, { facts: { revision: 2, prev: bens.hash } });
    const body = layOut(allSealed, ...beginning, ...allCards, second);
    const { cards, heads } = body.ok ? body.value : ({} as CallBody);
    expect(cards).toEqual(expect.arrayContaining([bens.hash, second.hash]));
    expect(heads).toContain(second.hash);
    expect(heads).not.toContain(bens.hash);
  });

  it("is refused while a required card is missing, and says which", () => {
    expect(layOut(allSealed, ...beginning, anas, bens)).toEqual({
      ok: false,
      error: { type: "cardsMissing", missing: [cleoOwes] },
    });
  });

  it("before all are in needs a reason, and admits what is missing", () => {
    const reasonless = { rule: "early", reason: "  " } as const;
    expect(layOut(reasonless, ...beginning, anas, bens)).toEqual({
      ok: false,
      error: { type: "reasonMissing" },
    });
    expect(layOut(early, ...beginning, anas, bens)).toMatchObject({
      ok: true,
      value: { rule: "early", reason: early.reason, missing: [cleoOwes] },
    });
  });

  it("counts a dropped card as missing, so that dropping makes the reveal early", () => {
    const entries = [...beginning, withoutCleo, anas, bens];
    expect(layOut(allSealed, ...entries)).toEqual({
      ok: false,
      error: { type: "cardsMissing", missing: [cleoOwes] },
    });
    expect(layOut(early, ...entries)).toMatchObject({
      ok: true,
      value: { planHash: withoutCleo.hash, missing: [cleoOwes] },
    });
  });

  it("is refused without a plan", () => {
    expect(layOut(allSealed, charter, roster)).toEqual({ ok: false, error: { type: "planMissing" } });
  });

  it("for one slot is only possible where the charter says so, and asks for that slot's cards alone", () => {
    const scope = { kind: "slot", slotId: morning.slotId } as const;
    const here = { ...facts, scope };
    expect(layOutCall(ledgerOf(...beginning, anas, bens), allSealed, here)).toEqual({
      ok: false,
      error: { type: "scopeNotAllowed" },
    });
    expect(layOutCall(roundLedger(anas, bens), allSealed, here)).toMatchObject({
      ok: true,
      value: { cards: [anas.hash, bens.hash].toSorted(), missing: [] },
    });
  });
});

describe("a call", () => {
  it("counts from the authority when every required card is in", () => {
    expect(fate(aRawCall(), ...beginning, ...allCards)).toBe("accepted");
  });

  it("is refused from anybody else", () => {
    const byBen = { caller: personId("ben") };
    expect(fate(aRawCall(byBen, ben), ...beginning, ...allCards)).toBe("refused: notTheAuthority");
    expect(fate(aRawCall({}, stranger), ...beginning, ...allCards)).toBe("refused: notTheAuthority");
  });

  it("is refused where it names another caller than its signer", () => {
    expect(fate(aRawCall({ caller: personId("ben") }), ...beginning, ...allCards)).toBe(
      "refused: callerMismatch",
    );
  });

  it("is refused where it says that all are in and a required card is not among them", () => {
    const cards = [anas.hash, bens.hash];
    expect(fate(aRawCall({ cards }), ...beginning, anas, bens)).toBe("refused: cardsMissing");
    expect(fate(aRawCall({ cards }), ...beginning, ...allCards)).toBe("refused: cardsMissing");
    expect(fate(aRawCall({ missing: [cleoOwes] }), ...beginning, ...allCards)).toBe(
      "refused: callContradictsItself",
    );
  });

  it("waits for cards it names and this laptop does not have", () => {
    const ledger = ledgerOf(...beginning, anas, bens, aRawCall());
    expect(ledger.calls).toEqual([]);
    expect(ledger.waiting).toMatchObject([{ reason: "cardsNotHere", missing: [cleos.hash] }]);
  });

  it("does not count a refused envelope as the card it pretends to be", () => {
    const forged = anEnvelope("cleo", noonSlot, { by: stranger });
    const call = aRawCall({ cards: [anas.hash, bens.hash, forged.hash] });
    expect(fate(call, ...beginning, anas, bens, forged)).toBe("refused: cardsMissing");
  });

  it("that is early needs a reason and has to admit every missing card", () => {
    const body = { rule: "early", reason: "Room closes.", cards: [anas.hash, bens.hash] } as const;
    const call = (overrides: Partial<CallBody>) =>
      aRawCall({ ...body, cards: [...body.cards], ...overrides });
    const here = [...beginning, anas, bens];
    expect(fate(call({ missing: [cleoOwes] }), ...here)).toBe("accepted");
    expect(fate(call({ missing: [cleoOwes], reason: " " }), ...here)).toBe("refused: reasonMissing");
    expect(fate(call({ missing: [] }), ...here)).toBe("refused: callOmitsCards");
  });

  it("is judged by the plan it names, and waits for it", () => {
    const overDropped = aRawCall({ planHash: withoutCleo.hash, cards: [anas.hash, bens.hash] });
    expect(fate(overDropped, ...beginning, anas, bens)).toBe("waiting: planMissing");
    expect(fate(overDropped, ...beginning, withoutCleo, anas, bens)).toBe("refused: cardsMissing");
    const plusHana = aPlan([morning, { ...noonSlot, interviewers: [personId("cleo"), personId("hana")] }]);
    const later = aPlanEntry({ version: 2, prev: plan.hash, plan: plusHana });
    expect(fate(aRawCall(), ...beginning, later, ...allCards)).toBe("accepted");
    expect(fate(aRawCall({ planHash: later.hash }), ...beginning, later, ...allCards)).toBe(
      "refused: cardsMissing",
    );
  });

  it("for one slot counts only in a loop that reveals per round, for a slot of the plan", () => {
    const scope = { kind: "slot", slotId: morning.slotId } as const;
    const call = aRawCall({ scope, cards: [anas.hash, bens.hash] });
    expect(fate(call, ...beginning, anas, bens)).toBe("refused: scopeNotAllowed");
    expect(fateOf(roundLedger(anas, bens, call), call)).toBe("accepted");
    const nowhere = aRawCall({ scope: { kind: "slot", slotId: cleoOwes.personId as never }, cards: [] });
    expect(fateOf(roundLedger(nowhere), nowhere)).toBe("refused: unknownSlot");
  });
});

describe("a laptop releases", () => {
  it("its card for a call that counts by what it holds itself", () => {
    expect(permission(aRawCall(), bens, ...beginning, ...allCards)).toBe("may release");
  });

  it("nothing for a call by somebody else", () => {
    const call = aRawCall({ caller: personId("ben") }, ben);
    expect(permission(call, bens, ...beginning, ...allCards)).toBe("callNotAccepted");
  });

  it("nothing for a call that names cards it has not seen", () => {
    expect(permission(aRawCall(), bens, ...beginning, anas, bens)).toBe("callNotAccepted");
  });

  it("nothing for a call that was not put before it, or for a refused envelope", () => {
    const ledger = ledgerOf(...beginning, ...allCards);
    expect(mayRelease(aRawCall(), bens, ledger)).toMatchObject({ error: { type: "callNotAccepted" } });
    const forged = anEnvelope("ben", morning, { by: stranger });
    expect(permission(aRawCall(), forged, ...beginning, ...allCards, forged)).toBe("envelopeNotAccepted");
  });

  it("nothing for an all-sealed call on an old plan, when it knows of a card required since", () => {
    const plusHana = aPlan([morning, { ...noonSlot, interviewers: [personId("cleo"), personId("hana")] }]);
    const later = aPlanEntry({ version: 2, prev: plan.hash, plan: plusHana });
    const entries = [...beginning, ...allCards, later];
    expect(permission(aRawCall(), bens, ...entries)).toBe("cardsMissing");
    const hanaOwes = { slotId: noonSlot.slotId, personId: personId("hana") };
    const again = aCall(entries, early);
    expect(again.body.missing).toEqual([hanaOwes]);
    expect(permission(again, bens, ...entries)).toBe("may release");
  });

  it("a card the call does not name, which was late", () => {
    const second = anEnvelope("ben", morning, { facts: { revision: 2, prev: bens.hash } });
    expect(permission(aRawCall(), second, ...beginning, ...allCards, second)).toBe("may release");
  });

  it("no card outside the call's scope", () => {
    const scope = { kind: "slot", slotId: morning.slotId } as const;
    const call = aRawCall({ scope, cards: [anas.hash, bens.hash] });
    const ledger = roundLedger(...allCards, call);
    expect(mayRelease(call, cleos, ledger)).toEqual({ ok: false, error: { type: "outOfScope" } });
    expect(mayRelease(call, bens, ledger).ok).toBe(true);
  });
});

describe("a release", () => {
  const call = aCall([...beginning, ...allCards]);
  const revealed = [...beginning, ...allCards, call];
  const release = aRelease(call, bens, ben);

  it("counts from a laptop of the card's author after a call that counts", () => {
    expect(fate(release, ...revealed)).toBe("accepted");
    expect(fate(release, ...beginning, ...allCards)).toBe("waiting: callMissing");
    expect(fate(release, ...beginning, anas, cleos, call)).toBe("waiting: callMissing");
  });

  it("is refused from another person's laptop", () => {
    const body = { ...release.body, deviceId: idOf(cleo) };
    expect(fate(signed("release", body, cleo), ...revealed)).toBe("refused: notTheReleaser");
  });

  it("by escrow counts only from the person who holds it", () => {
    const asEscrow = { ...release.body, deviceId: idOf(hana), releaser: "escrow" as const };
    expect(fate(signed("release", asEscrow, hana), ...revealed)).toBe("refused: notTheReleaser");
    const holding = aCharter({ escrow: personId("hana") });
    const ledger = ledgerUnder(holding)(
      holding,
      roster,
      plan,
      ...allCards,
      call,
      signed("release", asEscrow, hana),
    );
    expect(ledger.releases).toHaveLength(1);
  });

  it("for a refused call or envelope is refused with it, for an unknown envelope it waits", () => {
    const bad = aRawCall({ cards: [] });
    expect(fate(aRelease(bad, bens, ben), ...beginning, ...allCards, bad)).toBe("refused: callRefused");
    const forged = anEnvelope("ben", morning, { by: stranger });
    const body = { ...release.body, envelopeHash: forged.hash };
    expect(fate(signed("release", body, ben), ...revealed, forged)).toBe("refused: envelopeRefused");
    expect(fate(signed("release", body, ben), ...revealed)).toBe("waiting: envelopeMissing");
  });

  it("outside the call's scope is refused", () => {
    const scope = { kind: "slot", slotId: morning.slotId } as const;
    const forMorning = aRawCall({ scope, cards: [anas.hash, bens.hash] });
    const body = { ...aRelease(forMorning, cleos, cleo).body };
    const ledger = roundLedger(...allCards, forMorning, signed("release", body, cleo));
    expect(ledger.refused).toMatchObject([{ reason: "outOfScope" }]);
  });
});
