import { z } from "zod";
import { cardSchema } from "../card/card";
import { isRolePlaySheet } from "../card/change-exercise";
import { decisionSchema } from "../debrief/decision";
import {
  deviceIdSchema,
  hashSchema,
  loopIdSchema,
  personIdSchema,
  slotIdSchema,
  timestampSchema,
} from "../ids";
import { kitSchema } from "../kit/kit";
import { acceptanceStateSchema } from "../loop/acceptance";
import { commentThreadSchema } from "../loop/comment-thread";
import {
  countersignatureSchema,
  levelReadingSchema,
  reopeningSchema,
  secondRatingSchema,
} from "../loop/debrief-words";
import { planSchema } from "../loop/plan";
import { personSchema } from "../loop/roster";
import { slotNotesSchema } from "../loop/shared-line";
import { signedEntrySchema } from "../sealing/entries";

/**
 * Why a card is not counted as independent. `openedByEscrow` stands in records made before such cards were marked for
 * themselves; no new one says it.
 */
export const dependenceReasonSchema = z.enum([
  "sawRevealFirst",
  "forked",
  "setAside",
  "notCoveredByCall",
  "laterRevision",
  "knewTensions",
  "openedByEscrow",
  "typedAnother",
]);
export type DependenceReason = z.infer<typeof dependenceReasonSchema>;

/** One revision of one card, opened. */
export const recordCardSchema = z.object({
  envelopeHash: hashSchema,
  slotId: slotIdSchema,
  personId: personIdSchema,
  deviceId: deviceIdSchema,
  revision: z.int().positive(),
  sealedAt: timestampSchema,
  independent: z.boolean(),
  /** Empty where `independent`. */
  dependence: z.array(dependenceReasonSchema),
  /** True for a trainee's card, which never counts. */
  shadow: z.boolean(),
  card: cardSchema,
  /** How escrow had a part in opening it, where it had: after the call by publishing its key, or before it. */
  escrow: z
    .object({
      published: z.boolean(),
      openedEarly: z.array(
        z.object({
          personId: personIdSchema,
          at: timestampSchema,
          reason: z.string(),
          witnesses: z.array(personIdSchema),
        }),
      ),
    })
    .optional(),
});
export type RecordCard = z.infer<typeof recordCardSchema>;

/** True for a card that may count: not a trainee's, not a role player's sheet, and not the version its author set aside. */
export const mayCount = ({ shadow, dependence, card }: RecordCard): boolean =>
  !shadow && !isRolePlaySheet(card) && !dependence.includes("setAside");

/** A required card that the record does not contain, and why. */
export const missingCardSchema = z.object({
  slotId: slotIdSchema,
  personId: personIdSchema,
  reason: z.enum(["notSealed", "notReleased", "doesNotOpen"]),
});
export type MissingCard = z.infer<typeof missingCardSchema>;

/** What was said about one item of the debrief; `item` is a competency id, an exercise id or "overall". */
export const discussionNoteSchema = z.object({ item: z.string(), text: z.string() });

/** What version 2 brought, as signed in the debrief; each is absent where nobody said anything of the kind. */
const debriefFields = {
  /** How people rate items after the discussion; numbers are computed from the first ratings on the cards. */
  secondRatings: z.array(secondRatingSchema).optional(),
  /** Where the panel reads the candidate on each competency's progression. */
  levelReadings: z.array(levelReadingSchema).optional(),
  /** Who signed that they were there when the decision was made. */
  countersignatures: z.array(countersignatureSchema).optional(),
  /** Decisions that were made before and do not stand any more. */
  reopenings: z.array(reopeningSchema).optional(),
};

/** What version 3 brought; absent where nobody accepted anything. */
const acceptanceFields = {
  /** Confidentiality and conflicts of interest, as people accepted and declared them before their first slot. */
  acceptances: z.array(acceptanceStateSchema).optional(),
};

const recordFieldsSchema = z.object({
  format: z.literal("panelbook-record"),
  /**
   * Version 1 belongs to loops before protocol 4; it is read as it is, and says nothing of what version 2 brought. Version 2 says
   * nothing of what version 3 brought. Version 4 belongs to loops since protocol 5, in which somebody else may type a card in.
   */
  formatVersion: z.literal([1, 2, 3, 4]),
  protocol: z.int().positive(),
  loopId: loopIdSchema,
  kit: kitSchema,
  plan: planSchema,
  persons: z.array(personSchema),
  facilitator: personIdSchema,
  cards: z.array(recordCardSchema),
  missing: z.array(missingCardSchema),
  reveal: z.object({
    callHash: hashSchema,
    calledBy: personIdSchema,
    calledAt: timestampSchema,
    rule: z.enum(["allSealed", "early"]),
    reason: z.string(),
  }),
  /** Who acted in the facilitator's place, when and why; absent where nobody did. */
  takeovers: z
    .array(z.object({ personId: personIdSchema, at: timestampSchema, reason: z.string() }))
    .optional(),
  decision: decisionSchema.nullable(),
  decidedAt: timestampSchema.nullable(),
  discussion: z.array(discussionNoteSchema),
  /** What the interviewers of a slot wrote together, as the laptops that wrote it say; absent where nobody did. */
  sharedNotes: z.array(slotNotesSchema).optional(),
  /** What was said about its cards, as signed; absent where nobody did. */
  comments: z.array(commentThreadSchema).optional(),
  ...debriefFields,
  ...acceptanceFields,
  /** The signed entries the record was made from, byte for byte, oldest first. */
  entries: z.array(signedEntrySchema),
});
export type LoopRecord = z.infer<typeof recordFieldsSchema>;

/** The version that brought acceptances: what an older record does not say of them nobody may conclude. */
const acceptancesSince = 3;

/** True where the record would say who accepted confidentiality, so that silence means that somebody did not. */
export const tellsAcceptances = ({ formatVersion }: LoopRecord): boolean => formatVersion >= acceptancesSince;

/** The version that knows cards which somebody else's laptop sealed, and what that does to the typist's own. */
const typedInSince = 4;

const knowsTypists = ({ formatVersion }: LoopRecord): boolean => formatVersion >= typedInSince;

const tellsTypists = ({ cards }: LoopRecord): boolean =>
  cards.some(({ dependence }) => dependence.includes("typedAnother"));

const isOfItsVersion = (record: LoopRecord): boolean => {
  if (!knowsTypists(record) && tellsTypists(record)) return false;
  const says = (fields: object) => Object.keys(fields).some((field) => field in record);
  if (!tellsAcceptances(record) && says(acceptanceFields)) return false;
  return record.formatVersion >= 2 || !says(debriefFields);
};

/**
 * The closed loop: everything documents are made from. Its canonical JSON is hashed; the hash is what
 * documents print. Times are wall clocks of the laptops: shown, never trusted.
 */
export const loopRecordSchema = recordFieldsSchema.refine(isOfItsVersion, {
  error: "a record of an older version has no words for what a later one brought",
});
