import { z } from "zod";
import { decisionSchema } from "../debrief/decision";
import type { DeviceId, Hash } from "../ids";
import {
  base64UrlSchema,
  deviceIdSchema,
  hashSchema,
  kitIdSchema,
  personIdSchema,
  slotIdSchema,
} from "../ids";
import { planSchema, requiredCardSchema } from "../loop/plan";
import { deviceKeysSchema, deviceSchema, personSchema } from "../loop/roster";
import { slotNotesSchema } from "../loop/shared-line";
import { acceptanceBodySchema } from "./acceptance-entry";
import { takeoverBodySchema } from "./authority-entries";
import { commentBodySchema, resolutionBodySchema } from "./comment-entries";
import { dayEventSchemas } from "./day-events";
import {
  countersignatureBodySchema,
  debriefSince,
  levelReadingBodySchema,
  reopeningBodySchema,
  secondRatingBodySchema,
} from "./debrief-entries";
import { breakGlassBodySchema, witnessBodySchema } from "./escrow-entries";
import { generationBodySchema } from "./generation-entry";
import { choiceBodySchema, ownLaptopBodySchema } from "./laptop-entries";
import { openingBodySchema } from "./opening-entry";
import { signedHeader } from "./signed-header";
import { typedInSchema, typistBodySchema, typistSince } from "./typist-entry";

/** The protocol new loops begin with. A loop's charter fixes its protocol for the loop's life. */
export const protocolVersion = 5;

/** The oldest protocol whose loops this program still opens. */
export const oldestProtocol = 1;

/** `prev` chains entries of one kind by their hash. */
const versioned = { version: z.int().positive(), prev: hashSchema.nullable(), reason: z.string() };

/** The loop's first entry: who founded it, who may take over, who holds escrow, which protocol it speaks. */
export const charterBodySchema = z.object({
  ...signedHeader,
  protocol: z.int().positive(),
  facilitator: deviceKeysSchema.extend({ personId: personIdSchema }),
  /** In the order in which they may take over. */
  deputies: z.array(personIdSchema),
  escrow: personIdSchema.nullable(),
  revealScope: z.enum(["loop", "round"]),
});
export type CharterBody = z.infer<typeof charterBodySchema>;

export const rosterBodySchema = z.object({
  ...signedHeader,
  ...versioned,
  /** Counts up when somebody is removed; every generation has a loop secret of its own. */
  generation: z.int().positive(),
  persons: z.array(personSchema).min(1),
  devices: z.array(deviceSchema),
  /**
   * The newest entry of every chain the signer holds. What a laptop signed counts after its removal only where
   * the removing roster's heads contain it: a signature alone does not tell before from after.
   */
  heads: z.array(hashSchema),
});
export type RosterBody = z.infer<typeof rosterBodySchema>;

export const planBodySchema = z.object({ ...signedHeader, ...versioned, plan: planSchema });
export type PlanBody = z.infer<typeof planBodySchema>;

/** One part of the frozen kit; together they hash to the plan's `kitRoot`. */
export const kitPartSchema = z.object({
  /** Where the part belongs, "question/pipeline-hygiene-1"; unique in the snapshot. */
  path: z.string().min(1).max(200),
  audience: z.enum(["all", "rolePlayer", "assessors"]),
  /** The exact canonical JSON of the part. */
  text: z.string(),
});
export type KitPart = z.infer<typeof kitPartSchema>;

/** The header of a sealed card; its canonical JSON is the associated data of the ciphertext. */
export const cardHeaderSchema = z.object({
  ...signedHeader,
  slotId: slotIdSchema,
  personId: personIdSchema,
  revision: z.int().positive(),
  kitRoot: hashSchema,
  /** Hash of this person's previous sealed revision for the slot; null in revision 1. */
  prev: hashSchema.nullable(),
  /** A Lamport clock: orders the display, proves nothing. */
  counter: z.int().nonnegative(),
  /** Hashes of the reveal calls this laptop held when it sealed. */
  knownReveals: z.array(hashSchema),
  /** SHA-256(salt ‖ card bytes); the salt is inside the ciphertext. */
  commit: hashSchema,
  /** SHA-256("panelbook/1/content-key" NUL ‖ content key). */
  keyCommit: hashSchema,
  /** In loops of protocol 5: another person's laptop sealed it. */
  typedIn: typedInSchema.optional(),
});
export type CardHeader = z.infer<typeof cardHeaderSchema>;

/** The content key, wrapped to one X25519 key. */
export const keyWrapSchema = z.object({
  recipient: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("device"), deviceId: deviceIdSchema }),
    z.object({ kind: z.literal("recovery"), personId: personIdSchema }),
    z.object({ kind: z.literal("escrow"), deviceId: deviceIdSchema }),
  ]),
  /** The sender's one-time X25519 public key. */
  ephemeralKey: base64UrlSchema.length(43),
  nonce: base64UrlSchema.length(16),
  ciphertext: base64UrlSchema,
});
export type KeyWrap = z.infer<typeof keyWrapSchema>;

export const cardBodySchema = z.object({
  header: cardHeaderSchema,
  nonce: base64UrlSchema.length(16),
  /** AES-256-GCM of the padded card, tag appended. */
  ciphertext: base64UrlSchema,
  wraps: z.array(keyWrapSchema).min(1),
});
export type CardBody = z.infer<typeof cardBodySchema>;

/** The authority's order to open the cards. */
export const callBodySchema = z.object({
  ...signedHeader,
  scope: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("loop") }),
    z.object({ kind: z.literal("slot"), slotId: slotIdSchema }),
  ]),
  rule: z.enum(["allSealed", "early"]),
  /** Why it is early; empty for `allSealed`. */
  reason: z.string(),
  planHash: hashSchema,
  /** The envelopes in scope, every revision. */
  cards: z.array(hashSchema),
  missing: z.array(requiredCardSchema),
  /** The newest entry of every chain the caller holds. */
  heads: z.array(hashSchema),
  caller: personIdSchema,
});
export type CallBody = z.infer<typeof callBodySchema>;

/** The publication of one card's key, by its author's laptop or by escrow. */
export const releaseBodySchema = z.object({
  ...signedHeader,
  callHash: hashSchema,
  envelopeHash: hashSchema,
  contentKey: base64UrlSchema.length(43),
  releaser: z.enum(["author", "escrow"]),
});
export type ReleaseBody = z.infer<typeof releaseBodySchema>;

/**
 * "This laptop durably holds these envelopes", always the whole list. `counter` counts the laptop's receipts: the
 * highest is what it holds now, so that a wiped or restored laptop can take back what an older receipt said.
 */
export const receiptBodySchema = z.object({
  ...signedHeader,
  counter: z.int().positive(),
  envelopes: z.array(hashSchema),
});
export type ReceiptBody = z.infer<typeof receiptBodySchema>;

export const decisionBodySchema = z.object({
  ...signedHeader,
  ...versioned,
  callHash: hashSchema,
  decision: decisionSchema,
});
export type DecisionBody = z.infer<typeof decisionBodySchema>;

/** Something that happened and must be explainable later, by one device; chained per device. */
export const logBodySchema = z.object({
  ...signedHeader,
  prev: hashSchema.nullable(),
  event: z.discriminatedUnion("type", [
    z.object({ type: z.literal("requiredCardDropped"), card: requiredCardSchema, reason: z.string().min(1) }),
    z.object({ type: z.literal("kitFrozen"), kitId: kitIdSchema, kitRoot: hashSchema }),
    z.object({ type: z.literal("entryRestored"), entryHash: hashSchema }),
    /** In loops of protocol 2: the authority closed the record, which rests on these entries and on what was said. */
    z.object({
      type: z.literal("recordClosed"),
      decisionHash: hashSchema,
      recordHash: hashSchema,
      entries: z.array(hashSchema),
      discussion: z.array(z.object({ item: z.string(), text: z.string() })),
      /** In loops of protocol 3: what the interviewers of slots wrote together, where they did. */
      sharedNotes: z.array(slotNotesSchema).optional(),
    }),
    /** In loops of protocol 3: what went otherwise than planned. */
    ...dayEventSchemas,
  ]),
});
export type LogBody = z.infer<typeof logBodySchema>;

/** Every kind of signed entry and the schema of its body. A kind, once published, keeps its meaning. */
export const entryBodySchemas = {
  charter: charterBodySchema,
  roster: rosterBodySchema,
  plan: planBodySchema,
  card: cardBodySchema,
  call: callBodySchema,
  release: releaseBodySchema,
  receipt: receiptBodySchema,
  decision: decisionBodySchema,
  log: logBodySchema,
  takeover: takeoverBodySchema,
  ownLaptop: ownLaptopBodySchema,
  choice: choiceBodySchema,
  breakGlass: breakGlassBodySchema,
  witness: witnessBodySchema,
  generation: generationBodySchema,
  acceptance: acceptanceBodySchema,
  opening: openingBodySchema,
  comment: commentBodySchema,
  resolution: resolutionBodySchema,
  secondRating: secondRatingBodySchema,
  levelReading: levelReadingBodySchema,
  countersignature: countersignatureBodySchema,
  reopening: reopeningBodySchema,
  typist: typistBodySchema,
} as const;

export type EntryKind = keyof typeof entryBodySchemas;
export type EntryBody<Kind extends EntryKind> = z.infer<(typeof entryBodySchemas)[Kind]>;

/** The protocol that brought each kind. In a loop of an older one the kind is refused: its other laptops may not know it. */
export const sinceProtocol: Readonly<Record<EntryKind, number>> = {
  charter: 1,
  roster: 1,
  plan: 1,
  card: 1,
  call: 1,
  release: 1,
  receipt: 1,
  decision: 1,
  log: 1,
  takeover: 2,
  ownLaptop: 2,
  choice: 2,
  breakGlass: 2,
  witness: 2,
  generation: 2,
  acceptance: 3,
  opening: 3,
  comment: 3,
  resolution: 3,
  secondRating: debriefSince,
  levelReading: debriefSince,
  countersignature: debriefSince,
  reopening: debriefSince,
  typist: typistSince,
};

export const entryKinds = Object.keys(entryBodySchemas) as EntryKind[];
export const entryKindSchema = z.enum(entryKinds);

/**
 * A signed entry as it is stored, sent and verified: `body` is the exact text that was signed and is never
 * serialised again. The signature is Ed25519 over "panelbook/1/" + kind + NUL + the UTF-8 bytes of `body`.
 */
export const signedEntrySchema = z.object({
  kind: z.string().min(1).max(40),
  body: z.string(),
  signKey: base64UrlSchema.length(43),
  signature: base64UrlSchema.length(86),
});
export type SignedEntry = z.infer<typeof signedEntrySchema>;

/** An entry whose signature, signer and body were checked: what the rest of the program works with. */
export type AuthenticEntry<Kind extends EntryKind = EntryKind> = {
  [K in Kind]: {
    readonly kind: K;
    /** SHA-256 of the signed bytes: the entry's name. */
    readonly hash: Hash;
    readonly deviceId: DeviceId;
    readonly body: EntryBody<K>;
    readonly entry: SignedEntry;
  };
}[Kind];

/** The entries of one kind, in their order. */
export const ofKind = <Kind extends EntryKind>(
  entries: readonly AuthenticEntry[],
  kind: Kind,
): readonly Extract<AuthenticEntry, { readonly kind: Kind }>[] =>
  entries.filter((entry): entry is Extract<AuthenticEntry, { readonly kind: Kind }> => entry.kind === kind);
