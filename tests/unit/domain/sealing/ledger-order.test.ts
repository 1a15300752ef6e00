import fc from "fast-check";
import { expect, it } from "vitest";
import { nodeCrypto } from "../../../../electron/main/vault/node-crypto";
import { base64UrlSchema, kitItemIdSchema } from "../../../../src/domain/ids";
import { type AuthenticEntry, type EntryKind, entryKinds } from "../../../../src/domain/sealing/entries";
import { isFullRun } from "../../../support/full-run";
import {
  aCountersignature,
  aLevelReading,
  aReopening,
  aSecondRating,
} from "../../../support/sealing/debrief-entries";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";
import {
  aBreakGlass,
  aChoice,
  aComment,
  anAcceptance,
  anOwnLaptop,
  aResolution,
  aTypedCard,
  aTypist,
  aWitness,
} from "../../../support/sealing/later-entries";
import {
  aCharter,
  aDecision,
  aLog,
  allCards,
  ana,
  anEnvelope,
  aPlan,
  aPlanEntry,
  aRawCall,
  aReceipt,
  aRelease,
  aRemoval,
  aRoster,
  aTakeover,
  ben,
  cleo,
  fateOf,
  hana,
  head,
  idOf,
  ledgerUnder,
  morning,
  noonSlot,
  personId,
  plan,
  roster,
  signed,
} from "../../../support/sealing/loop-world";

const charter = aCharter({ deputies: [personId("ben"), personId("cleo")], escrow: personId("hana") });
const ledgerOf = ledgerUnder(charter);

const [anas, bens] = allCards;
const tablet = aDevice("ben's tablet");
const withTablet = aRoster({
  version: 2,
  prev: roster.hash,
  devices: [...roster.body.devices, rosterDevice(tablet, "ben")],
});
const apart = anEnvelope("ben", morning, { by: tablet, ratings: { "q-samples": 1 } });
const third = anEnvelope("ben", morning, { facts: { revision: 2, prev: bens.hash } });
const vouching = anOwnLaptop("ben", tablet);
const choice = aChoice("ben", third, [apart]);
const [bensTakeover, cleosTakeover] = [aTakeover("ben"), aTakeover("cleo")];
const glass = aBreakGlass("hana", anas);
const removal = aRemoval(withTablet, [hana], { by: ben, overrides: { heads: [glass.hash] } });
const replanned = (by: typeof ana, minutes: number) =>
  aPlanEntry(
    {
      deviceId: idOf(by),
      version: 2,
      prev: plan.hash,
      plan: aPlan([{ ...morning, minutes }, noonSlot]),
    },
    by,
  );
const withRole = aPlanEntry({
  version: 2,
  prev: plan.hash,
  plan: aPlan([
    {
      ...morning,
      rolePlayers: [{ personId: personId("cleo"), roleId: kitItemIdSchema.parse("colleague") }],
    },
    noonSlot,
  ]),
});
const sheet = anEnvelope("cleo", morning);
const bytes = (length: number) =>
  base64UrlSchema.parse(nodeCrypto.toBase64Url(new Uint8Array(length).fill(7)));
const anOpening = (by: typeof ana) =>
  signed(
    "opening",
    {
      ...head(by),
      personId: personId("cleo"),
      envelopeHash: sheet.hash,
      assessor: personId("ben"),
      recipient: idOf(ben),
      sealedHash: bens.hash,
      wrap: { ephemeralKey: bytes(32), nonce: bytes(12), ciphertext: bytes(48) },
    },
    by,
  );
const call = aRawCall({ heads: [choice.hash] });
const deputysCall = aRawCall({ caller: personId("ben"), heads: [choice.hash] }, ben);

const typist = aTypist("ben", "cleo");
const remark = aComment("ana", anas, call);
const verdict = aDecision(call);

/** A day in which everything happens that may happen, and some that may not. */
const day: readonly AuthenticEntry[] = [
  charter,
  roster,
  plan,
  ...allCards,
  withTablet,
  apart,
  third,
  vouching,
  choice,
  aChoice("ben", apart, [third], {}, tablet),
  anAcceptance("cleo"),
  anAcceptance("ben", {}, cleo),
  typist,
  aTypist("ben", "cleo", {}, hana),
  aTypedCard("ben", typist, { by: "cleo" }),
  aTypedCard("ben", typist),
  withRole,
  sheet,
  anOpening(cleo),
  anOpening(ana),
  bensTakeover,
  cleosTakeover,
  aTakeover("hana"),
  glass,
  aWitness("cleo", glass),
  aWitness("hana", glass),
  aBreakGlass("ben", anas),
  removal.roster,
  removal.record,
  aRoster({ version: 2, prev: roster.hash, reason: "a fork" }),
  aRoster({ version: 2, prev: roster.hash, reason: "another" }, cleo),
  ...[ana, ben, cleo].map((by, index) => replanned(by, 20 + index)),
  call,
  deputysCall,
  aRelease(call, anas, ana),
  remark,
  aComment("ana", anas, call, { replyTo: remark.hash, text: "The autumn one." }),
  aComment("cleo", anas, call),
  aResolution("ana", remark),
  aReceipt(hana, allCards),
  verdict,
  aSecondRating("ana", anas, call),
  aSecondRating("ben", anas, call),
  aLevelReading("ana", call),
  aLevelReading("cleo", call),
  aCountersignature("cleo", verdict),
  aReopening("ana", verdict),
  aDecision(deputysCall, {}, ben),
  aLog(ana),
  aLog(ben),
];

/** Everything a ledger says, whatever became of each entry. */
const fates = (entries: readonly AuthenticEntry[]) => {
  const ledger = ledgerOf(...entries);
  return entries.map((entry) => fateOf(ledger, entry));
};

it("the day has every kind of entry, and entries that count, wait and are refused", () => {
  const kinds = new Set<EntryKind>(day.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual([...entryKinds].toSorted());
  const all = fates(day);
  expect(all).not.toContain("lost");
  const counting = new Set(day.filter((_, index) => all[index] === "accepted").map(({ kind }) => kind));
  expect([...counting].toSorted()).toEqual([...entryKinds].toSorted());
  expect(all.filter((fate) => fate.startsWith("refused")).length).toBeGreaterThan(3);
});

it("any part of the day gives one ledger, in whatever order and however often its entries come", () => {
  const parts = fc
    .subarray([...day], { minLength: 1 })
    .chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray([...some, ...some], { minLength: 2 * some.length })),
    );
  fc.assert(
    fc.property(parts, ([some, shuffled]) => {
      expect(ledgerOf(...shuffled)).toEqual(ledgerOf(...some));
      expect(fates(some)).not.toContain("lost");
    }),
    { seed: 20261123, numRuns: isFullRun ? 2000 : 40 },
  );
});
