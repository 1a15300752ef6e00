import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import type { Card } from "../../../src/domain/card/card";
import { type DeviceId, deviceIdSchema, type Hash } from "../../../src/domain/ids";
import type { Slot } from "../../../src/domain/loop/plan";
import { unwrap } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import type { TakeoverBody } from "../../../src/domain/sealing/authority-entries";
import { type CallRule, layOutCall } from "../../../src/domain/sealing/call";
import type { CryptoPort, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type {
  AuthenticEntry,
  CallBody,
  CharterBody,
  DecisionBody,
  EntryBody,
  EntryKind,
  LogBody,
  PlanBody,
  ReceiptBody,
  RosterBody,
  SignedEntry,
} from "../../../src/domain/sealing/entries";
import { type SealFacts, sealCard } from "../../../src/domain/sealing/envelope";
import { layOutGeneration } from "../../../src/domain/sealing/generation";
import type { GenerationBody } from "../../../src/domain/sealing/generation-entry";
import { buildLedger, type LoopLedger } from "../../../src/domain/sealing/ledger/ledger";
import { releaseCard } from "../../../src/domain/sealing/release";
import { signEntry } from "../../../src/domain/sealing/signing";
import { aKit } from "../builders/kit";
import {
  aCard,
  aHire,
  aPerson,
  aPlan,
  aSlot,
  loopId,
  noon,
  personId,
  type Ratings,
  slotId,
} from "../builders/record";
import { aDevice, keysOf, rosterDevice, seededCrypto } from "./devices";

/** An entry after authentication; one that fails it is a mistake in the test. */
export const authentic = <Kind extends EntryKind>(entry: SignedEntry, kind: Kind): AuthenticEntry<Kind> => {
  const checked = unwrap(authenticate(entry, nodeCrypto));
  if (checked.kind !== kind) throw new Error(`a ${checked.kind}, not a ${kind}`);
  return checked as AuthenticEntry<Kind>;
};

export const idOf = (device: DeviceIdentity): DeviceId => deviceIdSchema.parse(device.deviceId);

/** Signs a body with a laptop of the test. */
export const signed = <Kind extends EntryKind>(
  kind: Kind,
  body: EntryBody<Kind>,
  by: DeviceIdentity,
): AuthenticEntry<Kind> => authentic(signEntry(kind, body, by, nodeCrypto), kind);

export const ana = aDevice("ana");
export const ben = aDevice("ben");
export const cleo = aDevice("cleo");
export const hana = aDevice("hana");
export const stranger = aDevice("stranger");

/** Ana facilitates and scores, Ben and Cleo score, Hana keeps the records. */
export const people = [
  aPerson("ana", ["facilitator", "panelist"]),
  aPerson("ben"),
  aPerson("cleo"),
  aPerson("hana", ["recordsKeeper"]),
];
export const ownerOf = new Map<DeviceIdentity, string>([
  [ana, "ana"],
  [ben, "ben"],
  [cleo, "cleo"],
  [hana, "hana"],
]);
export const morning: Slot = aSlot("morning", ["ana", "ben"]);
export const noonSlot: Slot = aSlot("noon", ["cleo"]);

/** What every body of the tests says of itself. */
export const head = (by: DeviceIdentity) => ({ v: 1 as const, loopId, deviceId: idOf(by), at: noon });

export const aCharter = (overrides: Partial<CharterBody> = {}, by = ana): AuthenticEntry<"charter"> =>
  signed(
    "charter",
    {
      ...head(by),
      protocol: 5,
      facilitator: { ...keysOf(by), personId: personId("ana") },
      deputies: [],
      escrow: null,
      revealScope: "loop",
      ...overrides,
    },
    by,
  );

export const aRoster = (overrides: Partial<RosterBody> = {}, by = ana): AuthenticEntry<"roster"> =>
  signed(
    "roster",
    {
      ...head(by),
      version: 1,
      prev: null,
      reason: "",
      generation: 1,
      persons: people,
      devices: [...ownerOf].map(([device, owner]) => rosterDevice(device, owner)),
      heads: [],
      ...overrides,
    },
    by,
  );

/** By the laptop of the deputy called `owner`, unless the test says another. */
export const aTakeover = (
  owner: string,
  overrides: Partial<TakeoverBody> = {},
  by = aDevice(owner),
): AuthenticEntry<"takeover"> =>
  signed(
    "takeover",
    { ...head(by), personId: personId(owner), reason: "Ana's laptop is gone.", heads: [], ...overrides },
    by,
  );

/** A roster after `before` without these laptops, and the record of the generation it raises. */
export const aRemoval = (
  before: AuthenticEntry<"roster">,
  removed: readonly DeviceIdentity[],
  { by = ana, overrides = {}, secret = nodeCrypto.randomBytes(32) }: RemovalOptions = {},
) => {
  const without = aRoster(
    {
      version: before.body.version + 1,
      prev: before.hash,
      generation: before.body.generation + 1,
      persons: before.body.persons,
      devices: before.body.devices.filter(({ deviceId }) =>
        removed.every((gone) => gone.deviceId !== deviceId),
      ),
      reason: "left the panel",
      ...overrides,
    },
    by,
  );
  return { roster: without, record: aGeneration(without, {}, by, secret), secret };
};

interface RemovalOptions {
  readonly by?: DeviceIdentity;
  readonly overrides?: Partial<RosterBody>;
  readonly secret?: Uint8Array;
}

/** The record of the generation a roster raises, with a wrap for each of its laptops. */
export const aGeneration = (
  raising: AuthenticEntry<"roster">,
  overrides: Partial<GenerationBody> = {},
  by = ana,
  secret: Uint8Array = nodeCrypto.randomBytes(32),
): AuthenticEntry<"generation"> => {
  const facts = { roster: raising, secret, at: noon, deviceId: idOf(by) };
  return signed("generation", { ...unwrap(layOutGeneration(facts, nodeCrypto)), ...overrides }, by);
};

export const aPlanEntry = (overrides: Partial<PlanBody> = {}, by = ana): AuthenticEntry<"plan"> =>
  signed(
    "plan",
    { ...head(by), version: 1, prev: null, reason: "", plan: aPlan([morning, noonSlot]), ...overrides },
    by,
  );

export interface SealOptions {
  readonly by?: DeviceIdentity;
  readonly facts?: Partial<SealFacts>;
  readonly card?: Partial<Card>;
  readonly ratings?: Ratings;
  readonly crypto?: CryptoPort;
}

/** A sealed card of the person called `owner`, by their own laptop unless the test says another. */
export const anEnvelope = (owner: string, slot: Slot, options: SealOptions = {}): AuthenticEntry<"card"> => {
  const { by = aDevice(owner), facts = {}, card = {}, ratings = { "q-samples": 3 } } = options;
  const crypto = options.crypto ?? seededCrypto(`${owner}/${slot.slotId}`);
  const sealed = sealCard(
    aCard(slot, owner, ratings, card),
    { revision: 1, prev: null, counter: 0, at: noon, knownReveals: [], ...facts },
    [{ recipient: { kind: "device", deviceId: idOf(by) }, agreeKey: by.agreement.publicKey }],
    by,
    crypto,
  );
  return authentic(unwrap(sealed), "card");
};

export const charter = aCharter();
export const roster = aRoster();
export const plan = aPlanEntry();
/** Where every loop of the tests begins. */
export const beginning: readonly AuthenticEntry[] = [charter, roster, plan];
/** The three cards the plan asks for. */
export const allCards = [
  anEnvelope("ana", morning),
  anEnvelope("ben", morning),
  anEnvelope("cleo", noonSlot),
] as const;

/** What counts in a loop that began with this charter. */
export const ledgerUnder =
  (first: AuthenticEntry<"charter">) =>
  (...entries: readonly AuthenticEntry[]): LoopLedger =>
    buildLedger(entries, { loopId, anchor: { charterHash: first.hash, founder: null } });

export const ledgerOf = ledgerUnder(charter);

/** What the ledger says of one entry: "accepted", or where it put it and why. */
export const fateOf = (ledger: LoopLedger, { hash }: { readonly hash: Hash }): string => {
  const refused = ledger.refused.find((entry) => entry.hash === hash);
  if (refused !== undefined) return `refused: ${refused.reason}`;
  const waiting = ledger.waiting.find((entry) => entry.hash === hash);
  if (waiting !== undefined) return `waiting: ${waiting.reason}`;
  const { forks: _forks, waiting: _waiting, refused: _refused, loopId: _loopId, ...counting } = ledger;
  return Object.values(counting)
    .flat()
    .some((entry) => entry?.hash === hash)
    ? "accepted"
    : "lost";
};

/** What becomes of an entry beside these others. */
export const fateBeside =
  (ledgerFor: typeof ledgerOf) =>
  (entry: AuthenticEntry, ...others: readonly AuthenticEntry[]): string =>
    fateOf(ledgerFor(...others, entry), entry);

/** What becomes of an entry beside these others, in the loop of the tests. */
export const fate = fateBeside(ledgerOf);

export const allSealed: CallRule = { rule: "allSealed" };

/** A call as the program lays it out over these entries. */
export const aCall = (
  entries: readonly AuthenticEntry[],
  rule: CallRule = allSealed,
  overrides: Partial<CallBody> = {},
): AuthenticEntry<"call"> => {
  const facts = { deviceId: idOf(ana), caller: personId("ana"), at: noon, scope: { kind: "loop" as const } };
  return signed("call", { ...unwrap(layOutCall(ledgerOf(...entries), rule, facts)), ...overrides }, ana);
};

/** A call with exactly this body, by whoever wants to. */
export const aRawCall = (overrides: Partial<CallBody> = {}, by = ana): AuthenticEntry<"call"> =>
  signed(
    "call",
    {
      ...head(by),
      scope: { kind: "loop" },
      rule: "allSealed",
      reason: "",
      planHash: plan.hash,
      cards: allCards.map(({ hash }) => hash),
      missing: [],
      heads: [],
      caller: personId("ana"),
      ...overrides,
    },
    by,
  );

export const aRelease = (
  call: AuthenticEntry<"call">,
  envelope: AuthenticEntry<"card">,
  by: DeviceIdentity,
): AuthenticEntry<"release"> =>
  authentic(unwrap(releaseCard(envelope, { callHash: call.hash, at: noon }, by, nodeCrypto)), "release");

export const aReceipt = (
  by: DeviceIdentity,
  envelopes: readonly AuthenticEntry<"card">[],
  overrides: Partial<ReceiptBody> = {},
): AuthenticEntry<"receipt"> =>
  signed(
    "receipt",
    { ...head(by), counter: 1, envelopes: envelopes.map(({ hash }) => hash), ...overrides },
    by,
  );

export const aDecision = (
  call: AuthenticEntry<"call">,
  overrides: Partial<DecisionBody> = {},
  by = ana,
): AuthenticEntry<"decision"> =>
  signed(
    "decision",
    {
      ...head(by),
      version: 1,
      prev: null,
      reason: "",
      callHash: call.hash,
      decision: aHire(),
      ...overrides,
    },
    by,
  );

export const aLog = (by: DeviceIdentity, overrides: Partial<LogBody> = {}): AuthenticEntry<"log"> =>
  signed(
    "log",
    {
      ...head(by),
      prev: null,
      event: { type: "kitFrozen", kitId: aKit().id, kitRoot: aPlan([]).kit.kitRoot },
      ...overrides,
    },
    by,
  );

export { aCard, aPerson, aPlan, aSlot, loopId, noon, personId, slotId };
