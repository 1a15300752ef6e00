import { describe, expect, it } from "vitest";
import { nextRevision } from "../../../../src/domain/sealing/next-revision";
import { cardRecipients } from "../../../../src/domain/sealing/recipients";
import { aDevice, keysOf, rosterDevice } from "../../../support/sealing/devices";
import { anOwnLaptop } from "../../../support/sealing/later-entries";
import {
  aCall,
  aCharter,
  allCards,
  anEnvelope,
  aRoster,
  beginning,
  ben,
  hana,
  idOf,
  ledgerOf,
  ledgerUnder,
  morning,
  personId,
  plan,
  roster,
} from "../../../support/sealing/loop-world";

const bens = allCards[1];
const place = { slotId: morning.slotId, personId: personId("ben") };

describe("the next revision of a card", () => {
  it("is the first where nothing is sealed", () => {
    expect(nextRevision(ledgerOf(...beginning), place)).toEqual({
      ok: true,
      value: { revision: 1, prev: null, counter: 0, knownReveals: [] },
    });
  });

  it("follows the newest one and says which reveals this laptop knew", () => {
    const call = aCall([...beginning, ...allCards]);
    const late = anEnvelope("cleo", { ...morning }, { facts: { counter: 8 } });
    expect(nextRevision(ledgerOf(...beginning, ...allCards, late, call), place)).toEqual({
      ok: true,
      value: { revision: 2, prev: bens.hash, counter: 9, knownReveals: [call.hash] },
    });
  });

  it("does not exist while the card is forked: the author has to choose", () => {
    const other = anEnvelope("ben", morning, { ratings: { "q-samples": 1 } });
    expect(nextRevision(ledgerOf(...beginning, bens, other), place)).toEqual({
      ok: false,
      error: { type: "forkedCard", envelopes: expect.arrayContaining([bens.hash, other.hash]) },
    });
  });
});

describe("whom a card's key is wrapped to", () => {
  const home = aDevice("ben at home");
  const devices = [...roster.body.devices, rosterDevice(home, "ben")];
  const two = aRoster({ version: 2, prev: roster.hash, devices });
  const toBen = { recipient: { kind: "device", deviceId: idOf(ben) }, agreeKey: keysOf(ben).agreeKey };

  it("is this laptop, and no colleague's", () => {
    expect(cardRecipients(ledgerOf(...beginning), keysOf(ben))).toEqual([toBen]);
  });

  it("is another laptop of the author only after the author confirmed it: a roster alone could be a trick", () => {
    const ledger = ledgerOf(...beginning, two);
    expect(cardRecipients(ledger, keysOf(ben))).toEqual([toBen]);
    const confirmed = ledgerOf(...beginning, two, anOwnLaptop("ben", home));
    expect(cardRecipients(confirmed, keysOf(ben))).toEqual([
      toBen,
      { recipient: { kind: "device", deviceId: idOf(home) }, agreeKey: keysOf(home).agreeKey },
    ]);
    expect(cardRecipients(ledgerOf(...beginning, two, anOwnLaptop("ben", hana)), keysOf(ben))).toEqual([
      toBen,
    ]);
  });

  it("is no laptop that another of the author's vouched for: each compares the words for itself", () => {
    const fromHome = ledgerOf(...beginning, two, anOwnLaptop("ben", home));
    expect(cardRecipients(fromHome, keysOf(home)).map(({ agreeKey }) => agreeKey)).toEqual([
      keysOf(home).agreeKey,
    ]);
  });

  it("is the person who holds escrow, where the loop has escrow", () => {
    const holding = aCharter({ escrow: personId("hana") });
    const ledger = ledgerUnder(holding)(holding, roster, plan);
    expect(cardRecipients(ledger, keysOf(ben))).toEqual([
      toBen,
      { recipient: { kind: "escrow", deviceId: idOf(hana) }, agreeKey: keysOf(hana).agreeKey },
    ]);
  });
});
