import { describe, expect, it } from "vitest";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import { nextRevision } from "../../../../src/domain/sealing/next-revision";
import { mayTypeIn, typistFault } from "../../../../src/domain/sealing/type-in";
import { aDevice, keysOf, rosterDevice } from "../../../support/sealing/devices";
import { anOwnLaptop, aTypedCard, aTypist } from "../../../support/sealing/later-entries";
import {
  aCharter,
  allCards,
  anEnvelope,
  aRoster,
  beginning,
  ledgerOf,
  ledgerUnder,
  morning,
  noon,
  noonSlot,
  personId,
  plan,
  roster,
} from "../../../support/sealing/loop-world";

const place = { slotId: morning.slotId, personId: personId("ben") };
const typist = aTypist("ben", "cleo");
const [, bens, cleos] = allCards;
const may = (by: string, ...entries: readonly AuthenticEntry[]) => mayOn(by, by, ...entries);
const mayOn = (laptop: string, by: string, ...entries: readonly AuthenticEntry[]) =>
  mayTypeIn(ledgerOf(...beginning, ...entries), place, {
    by: personId(by),
    deviceId: keysOf(aDevice(laptop)).deviceId,
  });
const refusal = (type: string) => ({ ok: false, error: { type } });

describe("somebody types in another person's card", () => {
  it("once the authority said so and their own cards are sealed, which the header then names", () => {
    expect(may("cleo", typist, cleos)).toEqual({
      ok: true,
      value: { typedIn: { typist: typist.hash, after: [cleos.hash] }, reason: typist.body.reason },
    });
  });

  it("not without that word, nor under one for somebody else", () => {
    expect(may("cleo", cleos)).toEqual(refusal("notTheTypist"));
    expect(may("hana", typist)).toEqual(refusal("notTheTypist"));
  });

  it("not on a laptop that they did not vouch for", () => {
    expect(mayOn("tablet", "cleo", typist, cleos)).toEqual(refusal("laptopNotConfirmed"));
    const tablet = aDevice("tablet");
    const grown = aRoster({
      version: 2,
      prev: roster.hash,
      devices: [...roster.body.devices, rosterDevice(tablet, "cleo")],
    });
    expect(mayOn("tablet", "cleo", grown, typist, cleos)).toEqual(refusal("laptopNotConfirmed"));
    expect(mayOn("tablet", "cleo", grown, anOwnLaptop("cleo", tablet), typist, cleos).ok).toBe(true);
  });

  it("not while a card of their own is open: they would know the other one before writing it", () => {
    expect(may("cleo", typist)).toEqual(refusal("ownCardsOpen"));
  });

  it("not once its person sealed it themselves", () => {
    expect(may("cleo", typist, cleos, bens)).toEqual(refusal("ownCardThere"));
  });

  it("under the newest word, where the authority gave several", () => {
    const again = aTypist("ben", "cleo", {
      at: noon.replace("12", "13") as typeof noon,
      reason: "Ben is ill.",
    });
    expect(may("cleo", again, typist, cleos)).toMatchObject({ value: { reason: "Ben is ill." } });
  });

  it("as a revision after what was typed in before, and its person as the first of their own", () => {
    const typed = aTypedCard("ben", typist, { by: "cleo", after: [cleos] });
    const ledger = ledgerOf(...beginning, typist, cleos, typed);
    expect(nextRevision(ledger, place, true)).toMatchObject({ value: { revision: 2, prev: typed.hash } });
    expect(nextRevision(ledger, place)).toMatchObject({ value: { revision: 1, prev: null } });
  });
});

describe("a word that lets somebody type a card in", () => {
  const fault = (by: string, reason = "Dead laptop.", ...entries: readonly AuthenticEntry[]) =>
    typistFault(ledgerOf(...beginning, ...entries), place, { by: personId(by), reason });

  it("is of use where the card is planned and its person has not sealed it", () => {
    expect(fault("cleo")).toBeNull();
    expect(fault("cleo", "Dead laptop.", bens)).toEqual({ type: "ownCardThere" });
  });

  it("needs a reason and another person", () => {
    expect(fault("cleo", " ")).toEqual({ type: "reasonMissing" });
    expect(fault("ben")).toEqual({ type: "typesForThemselves" });
  });

  it("is for a card of the plan, in a loop whose protocol has such words", () => {
    const nobodys = { slotId: noonSlot.slotId, personId: personId("ben") };
    const asked = { by: personId("hana"), reason: "Dead laptop." };
    expect(typistFault(ledgerOf(...beginning), nobodys, asked)).toEqual({ type: "owesNoCard" });
    const older = aCharter({ protocol: 4 });
    expect(typistFault(ledgerUnder(older)(older, roster, plan), place, asked)).toEqual({
      type: "kindNotInProtocol",
    });
    expect(anEnvelope("ben", morning).body.header).not.toHaveProperty("typedIn");
  });
});
