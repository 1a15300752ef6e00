import { describe, expect, it } from "vitest";
import { cardsMissing } from "../../../../src/domain/sealing/call";
import { ledgerToCardStates } from "../../../../src/domain/sealing/card-states";
import { dependenceOf } from "../../../../src/domain/sealing/certificate";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { isReleaser } from "../../../../src/domain/sealing/open-by-escrow";
import { recoverContentKey } from "../../../../src/domain/sealing/open-card";
import { owedOpenings } from "../../../../src/domain/sealing/open-to-assessor";
import { confirmationOf } from "../../../../src/domain/sealing/receipts";
import { isSetAside } from "../../../../src/domain/sealing/set-aside";
import { openCardsOf } from "../../../../src/domain/sealing/type-in";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";
import { anOwnLaptop, aTypedCard, aTypist } from "../../../support/sealing/later-entries";
import {
  aCall,
  aCharter,
  allCards,
  anEnvelope,
  aRawCall,
  aReceipt,
  aRelease,
  aRemoval,
  aRoster,
  aTakeover,
  beginning,
  ben,
  charter,
  cleo,
  fate,
  fateBeside,
  hana,
  idOf,
  ledgerOf,
  ledgerUnder,
  morning,
  noonSlot,
  personId,
  plan,
  roster,
} from "../../../support/sealing/loop-world";

type Entries = readonly AuthenticEntry[];

/** Ben's laptop is dead; Hana, who keeps the records and owes no card, types his card in. */
const typist = aTypist("ben", "hana");
const typed = aTypedCard("ben", typist);
const bensOwn = anEnvelope("ben", morning);
const [anas, , cleos] = allCards;
const others = [anas, cleos] as const;
const bensPlace = { slotId: morning.slotId, personId: personId("ben") };
const dependence = (envelope: AuthenticEntry<"card">, ...entries: Entries) =>
  dependenceOf(envelope, ledgerOf(...entries));

describe("the word that somebody types a card in", () => {
  it("is the authority's alone: the facilitator's, or that of a deputy who took over", () => {
    expect(fate(typist, ...beginning)).toBe("accepted");
    expect(fate(aTypist("ben", "hana", {}, ben), ...beginning)).toBe("refused: notTheAuthority");
    expect(fate(aTypist("ben", "hana", {}, hana), ...beginning)).toBe("refused: notTheAuthority");
    const withDeputy = aCharter({ deputies: [personId("cleo")] });
    const began = [withDeputy, roster, plan];
    const beside = fateBeside(ledgerUnder(withDeputy));
    const byCleo = aTypist("ben", "hana", {}, cleo);
    expect(beside(byCleo, ...began)).toBe("refused: notTheAuthority");
    expect(beside(byCleo, ...began, aTakeover("cleo"))).toBe("accepted");
  });

  it("is refused for one's own card, without a reason, and for a card that no plan knows", () => {
    expect(fate(aTypist("ben", "ben"), ...beginning)).toBe("refused: typesForThemselves");
    expect(() => aTypist("ben", "hana", { reason: " " })).toThrow();
    expect(fate(aTypist("cleo", "hana"), ...beginning)).toBe("refused: owesNoCard");
    expect(fate(aTypist("cleo", "hana", { slotId: noonSlot.slotId }), ...beginning)).toBe("accepted");
    expect(fate(typist, charter, roster)).toBe("waiting: planMissing");
  });

  it("and a card under it are refused in loops of a protocol that has neither", () => {
    const older = aCharter({ protocol: 4 });
    const beside = fateBeside(ledgerUnder(older));
    expect(beside(typist, older, roster, plan)).toBe("refused: kindNotInProtocol");
    expect(beside(typed, older, roster, plan, typist)).toBe("refused: kindNotInProtocol");
    expect(beside(bensOwn, older, roster, plan)).toBe("accepted");
  });
});

describe("a card that somebody else's laptop sealed", () => {
  it("counts under a word that was there before it, whatever the order in which they arrive", () => {
    expect(fate(typed, ...beginning, typist)).toBe("accepted");
    expect(fate(typed, typist, ...beginning)).toBe("accepted");
    expect(fate(typed, ...beginning)).toBe("waiting: typistMissing");
  });

  it("is refused without one, and under one that is refused", () => {
    expect(fate(anEnvelope("ben", morning, { by: hana }), ...beginning, typist)).toBe(
      "refused: otherPersonsCard",
    );
    const own = aTypist("ben", "hana", {}, hana);
    expect(fate(aTypedCard("ben", own), ...beginning, own)).toBe("refused: typistRefused");
  });

  it("is refused where the word is for another card or another typist", () => {
    const forAna = aTypist("ana", "hana");
    expect(fate(aTypedCard("ben", forAna), ...beginning, forAna)).toBe("refused: typistMismatch");
    expect(fate(aTypedCard("ben", typist, { by: "cleo" }), ...beginning, typist)).toBe(
      "refused: signerMismatch",
    );
    expect(fate(aTypedCard("ben", typist, { by: "stranger" }), ...beginning, typist)).toBe(
      "refused: unknownDevice",
    );
  });

  it("stays, as a card of one's own does, when its laptop is removed by who had not heard of it, and so does the reveal", () => {
    const { roster: without } = aRemoval(roster, [hana], { overrides: { heads: [] } });
    const all = [...beginning, typist, typed, ...others];
    const call = aCall(all);
    expect(fate(typed, ...all, without)).toBe("accepted");
    expect(fate(call, ...all, without)).toBe("accepted");
    expect(dependence(typed, ...all, call, without)).toEqual([]);
  });

  it("is refused by a laptop that a roster gives the typist and that they never vouched for", () => {
    const tablet = aDevice("hana's tablet");
    const devices = [...roster.body.devices, rosterDevice(tablet, "hana")];
    const grown = aRoster({ version: 2, prev: roster.hash, devices });
    const onTablet = aTypedCard("ben", typist, { by: "hana's tablet" });
    const all = [...beginning, grown, typist];
    expect(fate(onTablet, ...all)).toBe("refused: laptopNotConfirmed");
    const vouching = anOwnLaptop("hana", tablet);
    expect(fate(onTablet, ...all, vouching)).toBe("accepted");
    expect(fate(onTablet, ...all, anOwnLaptop("hana", tablet, {}, ben))).toBe("refused: laptopNotConfirmed");
    // Whoever removes the laptops afterwards, without having heard of the card, closes no reveal by it.
    const { roster: without } = aRemoval(grown, [hana], { overrides: { heads: [] } });
    expect(fate(onTablet, ...all, vouching, without)).toBe("accepted");
  });

  it("is a line of its own: it follows nothing its person sealed, and nothing of theirs follows it", () => {
    const after = aTypedCard("ben", typist, { facts: { revision: 2, prev: typed.hash } });
    expect(fate(after, ...beginning, typist, typed)).toBe("accepted");
    const afterOwn = aTypedCard("ben", typist, { facts: { revision: 2, prev: bensOwn.hash } });
    expect(fate(afterOwn, ...beginning, typist, bensOwn)).toBe("refused: revisionOutOfOrder");
    const own = anEnvelope("ben", morning, { facts: { revision: 2, prev: typed.hash } });
    expect(fate(own, ...beginning, typist, typed)).toBe("refused: revisionOutOfOrder");
    expect(ledgerOf(...beginning, typist, typed, bensOwn).forks).toEqual([]);
  });

  it("typed in by two is a fork, and neither is independent", () => {
    const second = aTypist("ben", "cleo");
    const rival = aTypedCard("ben", second, { by: "cleo", after: [cleos] });
    const all = [...beginning, typist, second, typed, rival, ...others];
    expect(ledgerOf(...all).forks).toHaveLength(1);
    expect(dependence(typed, ...all, aCall(all))).toEqual(["forked"]);
  });

  it("is what the reveal waits for, and independent where the call covers it", () => {
    const all = [...beginning, typist, typed, ...others];
    expect(cardsMissing(ledgerOf(...beginning, typist, ...others), { kind: "loop" })).toEqual([bensPlace]);
    expect(cardsMissing(ledgerOf(...all), { kind: "loop" })).toEqual([]);
    expect(dependence(typed, ...all, aCall(all))).toEqual([]);
  });

  it("is shown to have been there before a call by a receipt of a third person, not by its typist's", () => {
    const all = [...beginning, typist, typed, ...others];
    const early = (receipt: AuthenticEntry) =>
      aRawCall({
        rule: "early",
        reason: "Room closes.",
        cards: others.map(({ hash }) => hash),
        missing: [bensPlace],
        heads: [receipt.hash],
      });
    const hanas = aReceipt(hana, [typed]);
    const cleosReceipt = aReceipt(cleo, [typed]);
    expect(dependence(typed, ...all, hanas, early(hanas))).toEqual(["notCoveredByCall"]);
    expect(dependence(typed, ...all, cleosReceipt, early(cleosReceipt))).toEqual([]);
  });

  it("is released by its typist's laptop, and not by that of the person whose card it is", () => {
    const all = [...beginning, typist, typed, ...others];
    const call = aCall(all);
    const release = aRelease(call, typed, hana);
    expect(fate(release, ...all, call)).toBe("accepted");
    const ledger = ledgerOf(...all, call);
    expect(isReleaser("author", typed, ledger, idOf(hana))).toBe(true);
    expect(isReleaser("author", typed, ledger, idOf(ben))).toBe(false);
  });

  it("lacks a copy as long as its typist alone holds it", () => {
    const state = (...entries: Entries) =>
      ledgerToCardStates(ledgerOf(...beginning, typist, typed, ...entries), new Map(), []).find(
        (card) => card.personId === personId("ben"),
      )?.sealed[0];
    expect(state(aReceipt(hana, [typed]))?.heldBy).toEqual([]);
    expect(state(aReceipt(hana, [typed]), aReceipt(ben, [typed]))?.heldBy).toEqual([personId("ben")]);
    expect(state()?.typedIn).toEqual({ by: personId("hana"), reason: typist.body.reason });
    expect(confirmationOf([personId("hana")], personId("hana"), ledgerOf(...beginning)).lacking).toBe(2);
  });

  it("earns nobody the sheet of a role player, since its person may still seal a card of their own", () => {
    expect(owedOpenings(ledgerOf(...beginning, typist, typed), idOf(cleo))).toEqual([]);
    expect(recoverContentKey(typed, ben.agreement, {} as never)).toEqual({
      ok: false,
      error: { type: "notForThisDevice" },
    });
  });
});

describe("of a typed card and its person's own", () => {
  it("the own counts before the reveal, whichever was sealed first; the typed one stays, set aside", () => {
    const ledger = ledgerOf(...beginning, typist, typed, bensOwn);
    expect(ledger.cards.map(({ hash }) => hash)).toEqual([typed.hash, bensOwn.hash]);
    expect(isSetAside(typed, ledger)).toBe(true);
    expect(isSetAside(bensOwn, ledger)).toBe(false);
    expect(isSetAside(typed, ledgerOf(...beginning, typist, typed))).toBe(false);
  });

  it("the own that the call covers counts after it too", () => {
    const all = [...beginning, typist, typed, bensOwn, ...others];
    const call = aCall(all);
    expect(dependence(bensOwn, ...all, call)).toEqual([]);
    expect(dependence(typed, ...all, call)).toEqual(["setAside"]);
  });

  it("an own that says it came after the reveal replaces nothing: the typed one goes on counting", () => {
    const all = [...beginning, typist, typed, ...others];
    const call = aCall(all);
    const late = anEnvelope("ben", morning, { facts: { knownReveals: [call.hash] } });
    expect(dependence(typed, ...all, call, late)).toEqual([]);
    expect(dependence(late, ...all, call, late)).toContain("setAside");
  });

  it("an own that the call leaves out, though it was sealed before, still counts and is not independent", () => {
    const all = [...beginning, typist, typed, ...others];
    const call = aCall(all);
    expect(dependence(bensOwn, ...all, call, bensOwn)).toEqual(["notCoveredByCall"]);
    expect(dependence(typed, ...all, call, bensOwn)).toContain("setAside");
  });

  it("a second call that leaves the own out changes nothing about which counts", () => {
    const all = [...beginning, typist, typed, bensOwn, ...others];
    const [first, second] = [aCall(all), aCall([...beginning, typist, typed, ...others])];
    expect(dependence(bensOwn, ...all, first, second)).toEqual(["notCoveredByCall"]);
    expect(dependence(typed, ...all, first, second)).toContain("setAside");
  });

  it("where both came after the reveal the own counts", () => {
    const all = [...beginning, typist, ...others];
    const cards = others.map(({ hash }) => hash);
    const call = aRawCall({ rule: "early", reason: "Room closes.", cards, missing: [bensPlace], heads: [] });
    const facts = { knownReveals: [call.hash] };
    const [lateTyped, lateOwn] = [
      aTypedCard("ben", typist, { facts }),
      anEnvelope("ben", morning, { facts }),
    ];
    expect(dependence(lateOwn, ...all, call, lateTyped, lateOwn)).not.toContain("setAside");
    expect(dependence(lateTyped, ...all, call, lateTyped, lateOwn)).toContain("setAside");
  });
});

describe("the typist's own card", () => {
  const forCleo = aTypist("ben", "cleo");

  it("is independent where the typed card names it, and where nothing was typed", () => {
    const named = aTypedCard("ben", forCleo, { by: "cleo", after: [cleos] });
    const all = [...beginning, forCleo, named, anas, cleos];
    expect(dependence(cleos, ...all, aCall(all))).toEqual([]);
    const plain = [...beginning, ...allCards];
    expect(dependence(cleos, ...plain, aCall(plain))).toEqual([]);
  });

  it("is not where nothing shows that it was sealed before they typed", () => {
    const unnamed = aTypedCard("ben", forCleo, { by: "cleo" });
    const all = [...beginning, forCleo, unnamed, anas, cleos];
    const call = aCall(all);
    expect(dependence(cleos, ...all, call)).toEqual(["typedAnother"]);
    for (const colleague of [anas, unnamed]) expect(dependence(colleague, ...all, call)).toEqual([]);
  });

  it("is open until they sealed it themselves: what was typed in for them does not count as theirs", () => {
    const cleosPlace = { slotId: noonSlot.slotId, personId: personId("cleo") };
    expect(openCardsOf(personId("cleo"), ledgerOf(...beginning))).toEqual([cleosPlace]);
    expect(openCardsOf(personId("cleo"), ledgerOf(...beginning, cleos))).toEqual([]);
    expect(openCardsOf(personId("hana"), ledgerOf(...beginning))).toEqual([]);
    expect(openCardsOf(personId("ben"), ledgerOf(...beginning, typist, typed))).toEqual([bensPlace]);
  });
});
