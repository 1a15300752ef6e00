import type { Card } from "../../../src/domain/card/card";
import { unwrap } from "../../../src/domain/result";
import type { AcceptanceBody } from "../../../src/domain/sealing/acceptance-entry";
import type { CommentBody, ResolutionBody } from "../../../src/domain/sealing/comment-entries";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type { AuthenticEntry } from "../../../src/domain/sealing/entries";
import { type SealFacts, sealCard } from "../../../src/domain/sealing/envelope";
import type { BreakGlassBody, WitnessBody } from "../../../src/domain/sealing/escrow-entries";
import type { ChoiceBody, OwnLaptopBody } from "../../../src/domain/sealing/laptop-entries";
import type { TypistBody } from "../../../src/domain/sealing/typist-entry";
import { aDevice, keysOf, seededCrypto } from "./devices";
import { aCard, anEnvelope, authentic, head, idOf, morning, noon, personId, signed } from "./loop-world";

/** "This other laptop is mine too": by the laptop called `owner`, unless the test says another. */
export const anOwnLaptop = (
  owner: string,
  other: DeviceIdentity,
  overrides: Partial<OwnLaptopBody> = {},
  by = aDevice(owner),
): AuthenticEntry<"ownLaptop"> => {
  const { deviceId, agreeKey } = keysOf(other);
  const body = { ...head(by), personId: personId(owner), laptop: { deviceId, agreeKey }, ...overrides };
  return signed("ownLaptop", body, by);
};

/** The authority's word that the person called `by` types in the card of `owner` for the morning slot. */
export const aTypist = (
  owner: string,
  by: string,
  overrides: Partial<TypistBody> = {},
  signer = aDevice("ana"),
): AuthenticEntry<"typist"> =>
  signed(
    "typist",
    {
      ...head(signer),
      slotId: morning.slotId,
      personId: personId(owner),
      by: personId(by),
      reason: "The laptop is dead; the card is on paper.",
      ...overrides,
    },
    signer,
  );

/** The card of `owner` for the morning slot as the laptop of the typist `by` seals it. */
export const aTypedCard = (
  owner: string,
  typist: AuthenticEntry<"typist">,
  { by = "hana", after = [], facts = {} }: TypedOptions = {},
): AuthenticEntry<"card"> =>
  anEnvelope(owner, morning, {
    by: aDevice(by),
    crypto: seededCrypto(`${owner}/typed by ${by}/${JSON.stringify(facts)}`),
    facts: { ...facts, typedIn: { typist: typist.hash, after: after.map(({ hash }) => hash) } },
  });

interface TypedOptions {
  readonly by?: string;
  /** The typist's own cards that the header names. */
  readonly after?: readonly AuthenticEntry<"card">[];
  readonly facts?: Partial<SealFacts>;
}

/** An author's choice between versions of their card for the morning slot. */
export const aChoice = (
  owner: string,
  chosen: AuthenticEntry<"card">,
  rejected: readonly AuthenticEntry<"card">[],
  overrides: Partial<ChoiceBody> = {},
  by = aDevice(owner),
): AuthenticEntry<"choice"> =>
  signed(
    "choice",
    {
      ...head(by),
      slotId: morning.slotId,
      personId: personId(owner),
      chosen: chosen.hash,
      rejected: rejected.map(({ hash }) => hash),
      replaces: [],
      knownReveals: [],
      ...overrides,
    },
    by,
  );

/** A comment on the whole card, by the laptop called `owner`. */
export const aComment = (
  owner: string,
  envelope: AuthenticEntry<"card">,
  call: AuthenticEntry<"call">,
  overrides: Partial<CommentBody> = {},
  by = aDevice(owner),
): AuthenticEntry<"comment"> =>
  signed(
    "comment",
    {
      ...head(by),
      personId: personId(owner),
      callHash: call.hash,
      envelopeHash: envelope.hash,
      part: { kind: "card" },
      replyTo: null,
      text: "Which figure was that?",
      ...overrides,
    },
    by,
  );

export const aResolution = (
  owner: string,
  thread: AuthenticEntry<"comment">,
  overrides: Partial<ResolutionBody> = {},
  by = aDevice(owner),
): AuthenticEntry<"resolution"> =>
  signed(
    "resolution",
    {
      ...head(by),
      personId: personId(owner),
      thread: thread.hash,
      state: "resolved",
      replaces: [],
      ...overrides,
    },
    by,
  );

export const aBreakGlass = (
  owner: string,
  envelope: AuthenticEntry<"card">,
  overrides: Partial<BreakGlassBody> = {},
  by = aDevice(owner),
): AuthenticEntry<"breakGlass"> =>
  signed(
    "breakGlass",
    {
      ...head(by),
      personId: personId(owner),
      envelopeHash: envelope.hash,
      reason: "The author is in hospital and the candidate waits.",
      heads: [],
      ...overrides,
    },
    by,
  );

export const aWitness = (
  owner: string,
  glass: AuthenticEntry<"breakGlass">,
  overrides: Partial<WitnessBody> = {},
  by = aDevice(owner),
): AuthenticEntry<"witness"> =>
  signed("witness", { ...head(by), personId: personId(owner), breakGlassHash: glass.hash, ...overrides }, by);

/** The card of `owner` for the morning slot, its key wrapped to their laptop and to this escrow laptop. */
export const sealedForEscrow = (
  owner: string,
  escrow: DeviceIdentity,
  card: Partial<Card> = {},
): AuthenticEntry<"card"> => {
  const by = aDevice(owner);
  const sealed = sealCard(
    aCard(morning, owner, { "q-samples": 3 }, card),
    { revision: 1, prev: null, counter: 0, at: noon, knownReveals: [] },
    [
      { recipient: { kind: "device", deviceId: idOf(by) }, agreeKey: by.agreement.publicKey },
      { recipient: { kind: "escrow", deviceId: idOf(escrow) }, agreeKey: escrow.agreement.publicKey },
    ],
    by,
    seededCrypto(`${owner}/escrow`),
  );
  return authentic(unwrap(sealed), "card");
};

/** What somebody accepts before their first slot, without a conflict of interest. */
export const anAcceptance = (
  owner: string,
  overrides: Partial<AcceptanceBody> = {},
  by = aDevice(owner),
): AuthenticEntry<"acceptance"> =>
  signed(
    "acceptance",
    {
      ...head(by),
      personId: personId(owner),
      confidentiality: true,
      conflict: { kind: "none" },
      wording: "What I hear stays in the panel.",
      replaces: [],
      ...overrides,
    },
    by,
  );
