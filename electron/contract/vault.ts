import { z } from "zod";
import { type Card, cardSchema } from "../../src/domain/card/card";
import {
  type Base64Url,
  base64UrlSchema,
  type DeviceId,
  deviceIdSchema,
  type Hash,
  hashSchema,
  loopIdSchema,
  personIdSchema,
  type SubjectId,
  subjectIdSchema,
  type Timestamp,
  timestampSchema,
} from "../../src/domain/ids";
import { type PartWrap, partWrapSchema } from "../../src/domain/kit/part-wraps";
import type { Result } from "../../src/domain/result";
import type { EntryRefusal } from "../../src/domain/sealing/authenticate";
import type { NoRelease } from "../../src/domain/sealing/call";
import { type DraftCopy, type DraftCopyRefusal, draftCopySchema } from "../../src/domain/sealing/draft-copy";
import {
  entryKindSchema,
  keyWrapSchema,
  type SignedEntry,
  signedEntrySchema,
} from "../../src/domain/sealing/entries";
import type { SealRefusal } from "../../src/domain/sealing/envelope";
import type { EscrowOpeningRefusal } from "../../src/domain/sealing/open-by-escrow";
import type { OpenRefusal } from "../../src/domain/sealing/open-card";
import type { OpeningRefusal } from "../../src/domain/sealing/open-to-assessor";
import type { ReleaseRefusal } from "../../src/domain/sealing/release";
import type { LayoutRefusal } from "../../src/domain/sealing/signing";
import { typedInSchema } from "../../src/domain/sealing/typist-entry";
import { channel } from "./channels";

/**
 * What is wrong with the vault itself. `vaultDamaged`: `file` (a name inside the vault's folder) is not what was
 * written; nothing was overwritten. `deviceKeyMissing`: the key that wraps all others is gone, so they cannot be read.
 * `vaultNotWritable`: the disk is full or refuses; `code` is the system's name for it ("ENOSPC").
 * `locked`: only its passphrase opens it. `keyStoreRefuses`: the system's key store does not give back what it was given.
 */
export type VaultFailure =
  | { readonly type: "vaultDamaged"; readonly file: string }
  | { readonly type: "deviceKeyMissing" | "locked" | "keyStoreRefuses" }
  | { readonly type: "vaultNotWritable"; readonly code: string };

/**
 * What guards the keys at rest. `softwareKey`: a key file beside them, which protects against nothing but a copy of the
 * database alone; the screen says so. `keyStore`: the operating system's, opened with the person's own account.
 * `passphrase`: nothing opens them but what somebody types.
 */
export type KeyProtection = "softwareKey" | "keyStore" | "passphrase";

export interface VaultIdentity {
  readonly deviceId: DeviceId;
  /** Ed25519 and X25519 public keys. */
  readonly signKey: Base64Url;
  readonly agreeKey: Base64Url;
  readonly protection: KeyProtection;
}

/** A subject's key as it is lent to the window: 32 bytes for AES-256-GCM. */
export interface LentSubjectKey {
  readonly subjectId: SubjectId;
  readonly keyVersion: number;
  readonly key: Uint8Array;
}

/** `destroyed`: it was erased on purpose and is never made again. `damaged`: the file is not what was written. */
export interface MissingSubjectKey {
  readonly subjectId: SubjectId;
  readonly reason: "noKey" | "destroyed" | "damaged";
}

export interface LentSubjectKeys {
  readonly keys: readonly LentSubjectKey[];
  readonly missing: readonly MissingSubjectKey[];
}

/** How laptops of one loop and generation find and understand each other. */
export interface LoopChannel {
  readonly generation: number;
  readonly topic: string;
  readonly signalingPassword: string;
  /** 32 bytes for AES-256-GCM. */
  readonly transportKey: Uint8Array;
}

export interface VaultCheck {
  /** The primitive and where its expected value was published. */
  readonly name: string;
  readonly ok: boolean;
}

/** `kindNotSignable`: cards, releases and generations have channels of their own that check more. `otherDevice`: the body names another laptop. */
export type SignFailure = VaultFailure | LayoutRefusal | { readonly type: "kindNotSignable" | "otherDevice" };

/** `notMyCard`: the card is of another person, so its release is not this laptop's to give. `notTheEscrow`: it holds none. */
export type ReleaseFailure =
  | VaultFailure
  | NoRelease
  | ReleaseRefusal
  | { readonly type: "notMyCard" | "notTheEscrow" };

export type OpenCardFailure =
  | OpenRefusal
  | EntryRefusal
  | { readonly type: "releaseOfAnother" | "notAnEnvelope" | "notARelease" };

/** The recovery key on this laptop. */
export interface RecoveryState {
  /** When its public half came to this laptop; null where there is none. */
  readonly madeAt: Timestamp | null;
  /** True where its words were given here, so that what only they open opens. */
  readonly canOpen: boolean;
}

/** `unknownWord`: none of the list. `wordsDoNotFit`: not twelve, or one of them is another than was shown. */
export type RecoveryWordsFailure =
  | { readonly type: "unknownWord"; readonly word: string }
  | { readonly type: "wordsDoNotFit" };

export type NewGenerationFailure =
  | VaultFailure
  | EntryRefusal
  /** `firstGeneration`: that one has a secret from the founding. */
  | { readonly type: "notARoster" | "otherDevice" | "firstGeneration" }
  /** A laptop of the roster has a key that nothing can be wrapped to. */
  | { readonly type: "unusableKey"; readonly deviceId: DeviceId };

export interface FollowedGeneration {
  /** Of the newest secret this laptop holds. */
  readonly generation: number;
  /** True where that is another one than before: the room is elsewhere now. */
  readonly moved: boolean;
}

export type FollowFailure =
  | VaultFailure
  | { readonly type: "noLoopSecret" | "destroyed" | "wrapDoesNotOpen" };

/** A loop's whole day has a few hundred entries. */
export const maxEntriesPerCall = 5000;
const maxCardsPerCall = 500;
/** A kit has a few role guides and answer keys, a loop a few laptops. */
const maxPartsPerCall = 500;
const maxSubjectsPerCall = 10_000;
const maxRecipients = 20;

const entriesSchema = z.array(signedEntrySchema).max(maxEntriesPerCall);
/** True where the laptop is not its person's: what is sealed there goes to no recovery key of its owner. */
const borrowedSchema = z.boolean().optional();
const subjectSchema = z.strictObject({ subjectId: subjectIdSchema });
const loopSchema = z.strictObject({ loopId: loopIdSchema });

const factsSchema = z.strictObject({
  revision: z.int().positive(),
  prev: hashSchema.nullable(),
  counter: z.int().nonnegative(),
  at: timestampSchema,
  knownReveals: z.array(hashSchema),
  typedIn: typedInSchema.optional(),
});

const recipientSchema = z.strictObject({
  recipient: keyWrapSchema.shape.recipient,
  agreeKey: base64UrlSchema.length(43),
});

export const vaultChannels = {
  /** This laptop's public keys; made at the first call ever. */
  "vault.identity": channel<Result<VaultIdentity, VaultFailure>>().with(z.undefined()),
  /** Makes a subject's key; doing it twice changes nothing, after `destroySubject` it is refused. */
  "vault.createSubject":
    channel<Result<undefined, VaultFailure | { readonly type: "destroyed" }>>().with(subjectSchema),
  "vault.lendSubjectKeys": channel<Result<LentSubjectKeys, VaultFailure>>().with(
    z.strictObject({ subjectIds: z.array(subjectIdSchema).max(maxSubjectsPerCall) }),
  ),
  /** Erases a subject's key and, for a loop, its secrets; for good. */
  "vault.destroySubject": channel<Result<undefined, VaultFailure>>().with(subjectSchema),
  /**
   * Erases what a joining that broke off left of a loop of which nothing ever came here: key, secrets and that it was borrowed.
   * Other than after `destroySubject` the loop may be joined again.
   */
  "vault.forgetJoining": channel<Result<undefined, VaultFailure>>().with(
    z.strictObject({ loopId: loopIdSchema }),
  ),
  /** Signs a body of any kind but those with a channel of their own: card, release and generation. */
  "vault.signEntry": channel<Result<SignedEntry, SignFailure>>().with(
    z.strictObject({ kind: entryKindSchema, body: z.unknown() }),
  ),
  "vault.sealCard": channel<Result<SignedEntry, VaultFailure | SealRefusal>>().with(
    z.strictObject({
      card: cardSchema,
      facts: factsSchema,
      recipients: z.array(recipientSchema).max(maxRecipients),
      borrowed: borrowedSchema,
    }),
  ),
  /** For each entry, in order: its name and its signer, or why it is to be kept apart. */
  "vault.authenticate": channel<
    Result<readonly Result<{ readonly hash: Hash; readonly deviceId: DeviceId }, EntryRefusal>[], never>
  >().with(z.strictObject({ entries: entriesSchema })),
  /**
   * Signs the release of a card of this laptop's person. Main authenticates the loop's entries and judges the call by
   * them itself. `charterHash` is the loop's beginning as this laptop knows it; without it, entries with two charters
   * release nothing.
   */
  "vault.release": channel<Result<SignedEntry, ReleaseFailure>>().with(
    z.strictObject({
      entries: entriesSchema,
      callHash: hashSchema,
      envelopeHash: hashSchema,
      charterHash: hashSchema.nullable().optional(),
      releaser: z.enum(["author", "escrow"]).optional(),
    }),
  ),
  /**
   * Opens a card by escrow before the reveal, for this laptop's person alone. Main looks for the signed reason and another
   * person's receipt of it among the entries itself.
   */
  "vault.openByEscrow": channel<Result<Card, VaultFailure | EscrowOpeningRefusal>>().with(
    z.strictObject({
      entries: entriesSchema,
      envelopeHash: hashSchema,
      charterHash: hashSchema.nullable(),
    }),
  ),
  /**
   * Signs the opening of this laptop's role play sheet to an assessor's laptop. Main looks among the entries itself whether
   * the assessor owes a card there and has sealed it.
   */
  "vault.openSheet": channel<Result<SignedEntry, VaultFailure | OpeningRefusal>>().with(
    z.strictObject({
      entries: entriesSchema,
      charterHash: hashSchema.nullable(),
      envelopeHash: hashSchema,
      assessor: personIdSchema,
      recipient: deviceIdSchema,
      sealedHash: hashSchema,
    }),
  ),
  /** The role player's sheet that an opening gives to this laptop. */
  "vault.readSheet": channel<Result<Card, VaultFailure | OpeningRefusal>>().with(
    z.strictObject({ opening: signedEntrySchema, envelope: signedEntrySchema }),
  ),
  /** For each envelope, in order: whether the wrap for this laptop opens to the key its author committed to. */
  "vault.holdsKeys": channel<Result<readonly boolean[], VaultFailure>>().with(
    z.strictObject({ envelopes: z.array(signedEntrySchema).max(maxCardsPerCall) }),
  ),
  /** Opens each envelope with its release, in order. */
  "vault.openCards": channel<Result<readonly Result<Card, OpenCardFailure>[], never>>().with(
    z.strictObject({
      cards: z
        .array(z.strictObject({ envelope: signedEntrySchema, release: signedEntrySchema }))
        .max(maxCardsPerCall),
    }),
  ),
  /** Encrypts the texts of kit parts to laptops that may read them, one wrap for each of both. */
  "vault.wrapKitParts": channel<Result<readonly PartWrap[], VaultFailure>>().with(
    z.strictObject({
      loopId: loopIdSchema,
      kitRoot: hashSchema,
      parts: z
        .array(z.strictObject({ path: z.string().min(1).max(200), text: z.string().max(1_000_000) }))
        .max(maxPartsPerCall),
      recipients: z
        .array(z.strictObject({ deviceId: deviceIdSchema, agreeKey: base64UrlSchema.length(43) }))
        .max(maxPartsPerCall),
    }),
  ),
  /** The text of each wrap, in order; null for one that does not open with this laptop's key. */
  "vault.openKitParts": channel<Result<readonly (string | null)[], VaultFailure>>().with(
    z.strictObject({
      loopId: loopIdSchema,
      kitRoot: hashSchema,
      wraps: z.array(partWrapSchema).max(maxPartsPerCall),
    }),
  ),
  /** Makes the loop's first secret; where this laptop already holds one, it stays. */
  "vault.createLoopSecret":
    channel<Result<{ readonly generation: number }, VaultFailure | { readonly type: "destroyed" }>>().with(
      loopSchema,
    ),
  /** Of the newest generation this laptop holds. */
  "vault.loopChannel":
    channel<Result<LoopChannel, VaultFailure | { readonly type: "noLoopSecret" }>>().with(loopSchema),
  /** For a roster of this laptop that raises the generation: the record that hands the new secret to its laptops. */
  "vault.newGeneration": channel<Result<SignedEntry, NewGenerationFailure>>().with(
    z.strictObject({ roster: signedEntrySchema }),
  ),
  /** Keeps the secrets of the generations that these entries prove; main judges them from this charter on. */
  "vault.followGenerations": channel<Result<FollowedGeneration, FollowFailure>>().with(
    z.strictObject({ loopId: loopIdSchema, entries: entriesSchema, charterHash: hashSchema }),
  ),
  /** Makes a copy of a card in progress that only this laptop opens; `number` tells newer copies from older. */
  "vault.sealDraft": channel<Result<DraftCopy, VaultFailure | DraftCopyRefusal>>().with(
    z.strictObject({ card: cardSchema, number: z.int().positive(), borrowed: borrowedSchema }),
  ),
  /** Whether the laptop a copy names made it. */
  "vault.checkDraft": channel<Result<undefined, { readonly type: "notSigned" }>>().with(
    z.strictObject({ copy: draftCopySchema }),
  ),
  /** Opens a copy this laptop made, after it came back from a colleague's. */
  "vault.openDraft": channel<
    Result<Card, VaultFailure | { readonly type: "notSigned" | "notForThisDevice" | "cardInvalid" }>
  >().with(z.strictObject({ copy: draftCopySchema })),
  /** Whether this laptop has a recovery key, and whether it can open with it. */
  "vault.recovery": channel<Result<RecoveryState, VaultFailure>>().with(z.undefined()),
  /** Makes a recovery key in the place of any before it. Its words are in this answer and nowhere else. */
  "vault.makeRecoveryKey": channel<
    Result<{ readonly words: string }, VaultFailure | { readonly type: "laptopBorrowed" }>
  >().with(z.undefined()),
  /** Takes the words of a recovery key that was made on another laptop. */
  "vault.useRecoveryKey": channel<Result<RecoveryState, VaultFailure | RecoveryWordsFailure>>().with(
    /** `lent`: typed on somebody else's laptop, whose own key stays as it is. */
    z.strictObject({ words: z.string().max(500), lent: z.boolean().optional() }),
  ),
  /** Forgets the words that were typed while this laptop was lent; its owner's key stays. */
  "vault.forgetLentRecovery": channel<Result<undefined, VaultFailure>>().with(z.undefined()),
  /** The loop is somebody's who only borrowed this laptop; so it stays until the loop's key is erased. */
  "vault.noteBorrowed": channel<Result<undefined, VaultFailure>>().with(
    z.strictObject({ loopId: loopIdSchema }),
  ),
  /** Runs every primitive against a published value, in whatever runtime this is. */
  "vault.selfTest": channel<Result<{ readonly checks: readonly VaultCheck[] }, never>>().with(z.undefined()),
};
