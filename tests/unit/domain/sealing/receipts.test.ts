import { describe, expect, it } from "vitest";
import { timestampSchema } from "../../../../src/domain/ids";
import { isConfirmed } from "../../../../src/domain/loop/completeness";
import type { CardCopy } from "../../../../src/domain/loop/loop-view";
import type { AuthenticEntry } from "../../../../src/domain/sealing/entries";
import {
  confirmationOf,
  copiesByEnvelope,
  holdersOf,
  nextReceiptCounter,
} from "../../../../src/domain/sealing/receipts";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";
import {
  allCards,
  ana,
  anEnvelope,
  aPerson,
  aReceipt,
  aRemoval,
  aRoster,
  beginning,
  ben,
  charter,
  cleo,
  hana,
  idOf,
  ledgerOf,
  morning,
  noon,
  personId,
  roster,
} from "../../../support/sealing/loop-world";

const [, bens, cleos] = allCards;
const byTime = (one: CardCopy, other: CardCopy): number => (one.receiptAt < other.receiptAt ? -1 : 1);
const sealed = [...beginning, ...allCards];
const holders = (envelope: AuthenticEntry<"card">, ...receipts: readonly AuthenticEntry[]) =>
  holdersOf(
    copiesByEnvelope(ledgerOf(...sealed, ...receipts)).get(envelope.hash) ?? [],
    envelope.body.header.personId,
  );

describe("who holds an envelope", () => {
  it("is told by the receipts of others, never by the author's own", () => {
    expect(holders(bens, aReceipt(ana, [bens]), aReceipt(hana, [bens]), aReceipt(ben, [bens]))).toEqual(
      ["ana", "hana"].map(personId),
    );
    expect(holders(cleos, aReceipt(ana, [bens]))).toEqual([]);
  });

  it("counts a person once, with however many laptops", () => {
    const home = aDevice("ana at home");
    const both = aRoster({
      version: 2,
      prev: roster.hash,
      devices: [...roster.body.devices, rosterDevice(home, "ana")],
    });
    expect(holders(bens, both, aReceipt(ana, [bens]), aReceipt(home, [bens]))).toEqual([personId("ana")]);
  });

  it("is what the newest receipt of a laptop says, so a wiped laptop can take back its word", () => {
    const before = aReceipt(hana, [bens, cleos]);
    const after = aReceipt(hana, [cleos], { counter: 2 });
    expect(holders(bens, before)).toEqual([personId("hana")]);
    expect(holders(bens, before, after)).toEqual([]);
    expect(holders(cleos, before, after)).toEqual([personId("hana")]);
  });

  it("is what both say where a laptop signed two receipts with one number", () => {
    const apart = [aReceipt(hana, [bens]), aReceipt(hana, [cleos])];
    expect([holders(bens, ...apart), holders(cleos, ...apart)]).toEqual([[], []]);
    const overlapping = [aReceipt(hana, [bens, cleos]), aReceipt(hana, [cleos])];
    expect(holders(bens, ...overlapping)).toEqual([]);
    expect(holders(cleos, ...overlapping)).toEqual([personId("hana")]);
  });

  it("is not a laptop that was taken out of the roster, whatever it signed before", () => {
    const lost = aDevice("ana at home");
    const both = aRoster({
      version: 2,
      prev: roster.hash,
      devices: [...roster.body.devices, rosterDevice(lost, "ana")],
    });
    const without = aRoster({ version: 3, prev: both.hash, generation: 2 });
    expect(holders(bens, both, aReceipt(lost, [bens]))).toEqual([personId("ana")]);
    expect(holders(bens, both, without, aReceipt(lost, [bens]))).toEqual([]);
  });

  it("comes with the laptop and the time of the receipt, the author's own laptop among them", () => {
    const at = timestampSchema.parse("2026-11-23T14:05:00.000Z");
    const ledger = ledgerOf(...sealed, aReceipt(ben, [bens]), aReceipt(hana, [bens], { at }));
    expect(copiesByEnvelope(ledger).get(bens.hash)?.toSorted(byTime)).toEqual([
      { deviceId: idOf(ben), personId: personId("ben"), receiptAt: noon },
      { deviceId: idOf(hana), personId: personId("hana"), receiptAt: at },
    ]);
  });

  it("knows nothing of envelopes that are not valid here", () => {
    const unknown = anEnvelope("ben", morning, { ratings: { "q-samples": 1 } });
    expect(holders(unknown, aReceipt(hana, [unknown]))).toEqual([]);
  });

  it("numbers the next receipt after the highest of that laptop", () => {
    const ledger = ledgerOf(...sealed, aReceipt(hana, [bens], { counter: 4 }));
    expect(nextReceiptCounter(ledger, idOf(hana))).toBe(5);
    expect(nextReceiptCounter(ledger, idOf(cleo))).toBe(1);
  });
});

describe("a card is confirmed", () => {
  const ledger = ledgerOf(...sealed);
  const confirmed = (author: string, ...names: readonly string[]) =>
    isConfirmed(confirmationOf(names.map(personId), personId(author), ledger));

  it("when two others hold it, one of them facilitator or records keeper", () => {
    expect(confirmed("ben", "ana", "cleo")).toBe(true);
    expect(confirmed("ben", "hana", "cleo")).toBe(true);
    expect(confirmed("ben", "ana")).toBe(false);
    expect(confirmed("ben")).toBe(false);
  });

  it("not by the author's own laptops, and for the facilitator by another keeper", () => {
    expect(confirmed("ana", "ben", "cleo")).toBe(false);
    expect(confirmed("ana", "ben", "hana")).toBe(true);
    expect(confirmed("ana", "ana", "hana")).toBe(false);
  });

  it("by the one other person in a loop of two, and by nobody in a loop of one", () => {
    const small = (persons: readonly ReturnType<typeof aPerson>[]) =>
      ledgerOf(charter, aRoster({ persons: [...persons], devices: [rosterDevice(ana, "ana")] }));
    const facilitator = aPerson("ana", ["facilitator", "panelist"]);
    const pair = small([facilitator, aPerson("ben")]);
    expect(isConfirmed(confirmationOf([personId("ben")], personId("ana"), pair))).toBe(true);
    expect(isConfirmed(confirmationOf([], personId("ana"), small([facilitator])))).toBe(false);
  });

  it("without somebody whose laptop was taken out, while somebody who has not come yet is still waited for", () => {
    const persons = [aPerson("ana", ["facilitator", "panelist"]), aPerson("ben"), aPerson("cleo")];
    const [anas, bens, cleos] = [ana, ben, cleo].map((device, index) =>
      rosterDevice(device, ["ana", "ben", "cleo"][index] ?? ""),
    );
    if (anas === undefined || bens === undefined || cleos === undefined) throw new Error("three laptops");
    const all = aRoster({ persons, devices: [anas, bens, cleos] });
    const { roster: without, record } = aRemoval(all, [cleo]);
    const bensCard = (...entries: readonly AuthenticEntry[]) =>
      isConfirmed(confirmationOf([personId("ana")], personId("ben"), ledgerOf(charter, ...entries)));
    expect(bensCard(all)).toBe(false);
    expect(bensCard(all, without, record)).toBe(true);
    expect(bensCard(aRoster({ persons, devices: [anas, bens] }))).toBe(false);
  });
});
