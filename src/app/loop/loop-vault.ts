import type { Failure } from "../../bindings/services";
import type { Card } from "../../domain/card/card";

import type { DeviceId, Hash, LoopId } from "../../domain/ids";

import type { PartContext, PartWrap } from "../../domain/kit/part-wraps";

import type { DeviceKeys } from "../../domain/loop/roster";
import type { Result } from "../../domain/result";
import type { DraftCopy } from "../../domain/sealing/draft-copy";
import type { AuthenticEntry, EntryBody, EntryKind, SignedEntry } from "../../domain/sealing/entries";
import type { SealFacts } from "../../domain/sealing/envelope";
import type { OwedOpening } from "../../domain/sealing/open-to-assessor";
import type { CardRecipient } from "../../domain/sealing/recipients";

/** Kinds a window may ask to have signed as they are; the others have ways of their own. */
export type PlainKind = Exclude<EntryKind, "card" | "release" | "generation" | "opening">;

/** What an open loop needs of the keys in main. The keys themselves never come here. */
export interface LoopVault {
  /** This laptop's public keys. */
  readonly device: DeviceKeys;
  readonly sign: <Kind extends PlainKind>(
    kind: Kind,
    body: EntryBody<Kind>,
  ) => Promise<Result<SignedEntry, Failure>>;
  /** Seals a card to these laptops; this one is among them. The recovery key of a `borrowed` one is its owner's and left out. */
  readonly seal: (
    card: Card,
    facts: SealFacts,
    recipients: readonly CardRecipient[],
    borrowed?: boolean,
  ) => Promise<Result<SignedEntry, Failure>>;
  /** Who signed each entry and what it is called, or why it is to be kept apart; in the order of the entries. */
  readonly authenticate: (
    entries: readonly SignedEntry[],
  ) => Promise<readonly Result<{ readonly hash: Hash; readonly deviceId: DeviceId }, Failure>[]>;
  /** Signs the release of one of this person's cards, or of any by escrow; main checks the call against these entries itself, from this charter on. */
  readonly release: (
    entries: readonly SignedEntry[],
    callHash: Hash,
    envelopeHash: Hash,
    charterHash: Hash | null,
    releaser?: "author" | "escrow",
  ) => Promise<Result<SignedEntry, Failure>>;
  /** The record of the generation that this laptop's roster raises; the secret in it is made in main. */
  readonly newGeneration: (roster: SignedEntry) => Promise<Result<SignedEntry, Failure>>;
  /** Keeps the loop's secrets as far as these entries, judged from this charter on, prove them. */
  readonly followGenerations: (
    loopId: LoopId,
    entries: readonly SignedEntry[],
    charterHash: Hash,
  ) => Promise<Result<{ readonly generation: number; readonly moved: boolean }, Failure>>;
  /** Encrypts kit parts to laptops that may read them. */
  readonly wrapParts: (
    context: PartContext,
    parts: readonly { readonly path: string; readonly text: string }[],
    recipients: readonly { readonly deviceId: DeviceId; readonly agreeKey: DeviceKeys["agreeKey"] }[],
  ) => Promise<Result<readonly PartWrap[], Failure>>;
  /** The text of each wrap, in order; null for one that is not for this laptop. */
  readonly openParts: (
    context: PartContext,
    wraps: readonly PartWrap[],
  ) => Promise<Result<readonly (string | null)[], Failure>>;
  /** Opens a card by escrow for this laptop alone; main checks the broken glass against these entries itself. */
  readonly openByEscrow: (
    entries: readonly SignedEntry[],
    envelopeHash: Hash,
    charterHash: Hash | null,
  ) => Promise<Result<Card, Failure>>;
  /** Signs the opening of this laptop's role play sheet to an assessor; main judges by these entries whether it is owed. */
  readonly openSheet: (
    entries: readonly SignedEntry[],
    owed: OwedOpening,
    charterHash: Hash | null,
  ) => Promise<Result<SignedEntry, Failure>>;
  /** The sheet that was opened to this laptop. */
  readonly readSheet: (
    opening: AuthenticEntry<"opening">,
    envelope: AuthenticEntry<"card">,
  ) => Promise<Result<Card, Failure>>;
  /** For each envelope whether the wrap for this laptop opens to the key its author committed to. */
  readonly holdsKeys: (envelopes: readonly AuthenticEntry<"card">[]) => Promise<readonly boolean[]>;
  /** Whether this laptop was given its person's recovery key, so that it can publish what a lost laptop sealed. */
  readonly canRecover: () => Promise<boolean>;
  /** Copies of cards in progress that travel to colleagues; the laptop that made one opens it, and the recovery key. */
  readonly drafts: {
    readonly seal: (card: Card, number: number, borrowed?: boolean) => Promise<Result<DraftCopy, Failure>>;
    /** Whether the laptop a copy names made it. */
    readonly isSigned: (copy: DraftCopy) => Promise<boolean>;
    readonly open: (copy: DraftCopy) => Promise<Result<Card, Failure>>;
  };
  readonly open: (
    envelope: AuthenticEntry<"card">,
    release: AuthenticEntry<"release">,
  ) => Promise<Result<Card, Failure>>;
}
