import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { unwrap } from "../../../../src/domain/result";
import { dependenceOf } from "../../../../src/domain/sealing/certificate";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { unwrapContentKey } from "../../../../src/domain/sealing/open-card";
import { toText } from "../../../../src/domain/sealing/signing";
import {
  aCall,
  aCharter,
  allCards,
  anEnvelope,
  aRawCall,
  aReceipt,
  aRelease,
  beginning,
  ben,
  cleo,
  hana,
  idOf,
  ledgerOf,
  ledgerUnder,
  morning,
  noonSlot,
  personId,
  plan,
  roster,
  signed,
} from "../../../support/sealing/loop-world";

const [anas, bens, cleos] = allCards;
const sealed = [...beginning, ...allCards];
const call = aCall(sealed);
const dependence = (envelope: AuthenticEntry<"card">, ...entries: readonly AuthenticEntry[]) =>
  dependenceOf(envelope, ledgerOf(...entries));
const cleoOwes = { slotId: noonSlot.slotId, personId: personId("cleo") };
/** A call made before Cleo's card was seen. */
const withoutCleo = (heads: readonly AuthenticEntry[]) =>
  aRawCall({
    rule: "early",
    reason: "Room closes.",
    cards: [anas.hash, bens.hash],
    missing: [cleoOwes],
    heads: heads.map(({ hash }) => hash),
  });

describe("an opened card is independent", () => {
  it("where the call names it, its author knew no reveal and it is the first and only one", () => {
    for (const card of allCards) expect(dependence(card, ...sealed, call)).toEqual([]);
  });

  it("where the call does not name it and one of its heads comes after it", () => {
    const second = anEnvelope("cleo", noonSlot, { facts: { revision: 2, prev: cleos.hash } });
    expect(dependence(cleos, ...sealed, second, withoutCleo([second]))).toEqual([]);
  });

  it("where the call contains another person's receipt for it", () => {
    const receipt = aReceipt(hana, [cleos]);
    expect(dependence(cleos, ...sealed, receipt, withoutCleo([receipt]))).toEqual([]);
  });
});

describe("an opened card is not independent", () => {
  it("where its author knew a reveal when sealing", () => {
    const late = anEnvelope("cleo", noonSlot, { facts: { knownReveals: [call.hash] } });
    const entries = [...beginning, anas, bens, late];
    expect(dependence(late, ...entries, aCall(entries))).toEqual(["sawRevealFirst"]);
  });

  it("where the same revision was sealed twice, neither of the two", () => {
    const other = anEnvelope("ben", morning, { ratings: { "q-samples": 1 } });
    const entries = [...sealed, other];
    const both = aCall(entries);
    expect(dependence(bens, ...entries, both)).toEqual(["forked"]);
    expect(dependence(other, ...entries, both)).toEqual(["forked"]);
    expect(dependence(anas, ...entries, both)).toEqual([]);
  });

  it("where nothing in the call shows that it existed before", () => {
    expect(dependence(cleos, ...sealed, withoutCleo([]))).toEqual(["notCoveredByCall"]);
    expect(dependence(bens, ...sealed, withoutCleo([]))).toEqual([]);
  });

  it("where only its own author's receipt is in the call, or a receipt came after the call", () => {
    const own = aReceipt(cleo, [cleos]);
    expect(dependence(cleos, ...sealed, own, withoutCleo([own]))).toEqual(["notCoveredByCall"]);
    const after = aReceipt(hana, [cleos]);
    expect(dependence(cleos, ...sealed, after, withoutCleo([]))).toEqual(["notCoveredByCall"]);
  });

  it("where an earlier call opened cards before it was sealed, whatever a later call names", () => {
    const first = withoutCleo([]);
    const second = aCall(sealed);
    expect(dependence(cleos, ...sealed, first, second)).toEqual(["notCoveredByCall"]);
    expect(dependence(bens, ...sealed, first, second)).toEqual([]);
  });

  it("in a later revision", () => {
    const second = anEnvelope("ben", morning, { facts: { revision: 2, prev: bens.hash } });
    const entries = [...sealed, second];
    expect(dependence(second, ...entries, aCall(entries))).toEqual(["laterRevision"]);
    expect(dependence(bens, ...entries, aCall(entries))).toEqual([]);
  });
});

describe("a card whose key escrow published after the call", () => {
  it("stays independent: who published the key says nothing about when the card was sealed", () => {
    const holding = aCharter({ escrow: personId("hana") });
    const body = {
      ...aRelease(call, bens, ben).body,
      deviceId: idOf(hana),
      contentKey: toText(unwrap(unwrapContentKey(bens, ben, nodeCrypto)), nodeCrypto) as never,
      releaser: "escrow" as const,
    };
    const byEscrow = signed("release", body, hana);
    const ledger = (...more: readonly AuthenticEntry[]) =>
      ledgerUnder(holding)(holding, roster, plan, ...allCards, call, byEscrow, ...more);
    expect(ledger().releases).toEqual([byEscrow]);
    expect(dependenceOf(bens, ledger())).toEqual([]);
    expect(dependenceOf(bens, ledger(aRelease(call, bens, ben)))).toEqual([]);
  });
});

describe("no card is independent", () => {
  it("while there is no call", () => {
    expect(dependence(bens, ...sealed)).toEqual(["notCoveredByCall"]);
  });
});
