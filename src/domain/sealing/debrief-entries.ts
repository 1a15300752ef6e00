import { z } from "zod";
import { debriefItemSchema } from "../debrief/item";
import { competencyIdSchema, hashSchema, levelIdSchema, personIdSchema } from "../ids";
import { signedHeader } from "./signed-header";

/** The protocol that brought what a panel signs in the debrief, and the bounds of how much of it counts. */
export const debriefSince = 4;

/** Longest reason in UTF-16 units. */
export const longestReason = 2_000;

const reasonSchema = z.string().trim().min(1).max(longestReason);

/** How one person rates one item after the discussion. The first rating stays what is counted. */
export const secondRatingBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  /** The call that opened the cards: there is no second rating before it. */
  callHash: hashSchema,
  /** The person's own card with the first rating. */
  envelopeHash: hashSchema,
  item: debriefItemSchema,
  /** A point of the item's scale, from 1; of an overall call from 1, a strong no, to 4, a strong yes. */
  value: z.int().min(1).max(7),
  reason: reasonSchema,
  /** Second ratings of the same person and item that this one stands in place of. */
  replaces: z.array(hashSchema).max(20),
});
export type SecondRatingBody = z.infer<typeof secondRatingBodySchema>;

/** Where the panel reads the candidate on one competency's progression, as the person in charge wrote it down. */
export const levelReadingBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  callHash: hashSchema,
  competencyId: competencyIdSchema,
  /** Null where the evidence does not say. */
  levelId: levelIdSchema.nullable(),
  reason: reasonSchema,
  /** Readings of the same competency that this one stands in place of. */
  replaces: z.array(hashSchema).max(20),
});
export type LevelReadingBody = z.infer<typeof levelReadingBodySchema>;

/** One person's word that they were there and that this is what was decided; no agreement with it. */
export const countersignatureBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  decisionHash: hashSchema,
});
export type CountersignatureBody = z.infer<typeof countersignatureBodySchema>;

/** The authority's word that a decision does not stand any more, and why. Another one may follow. */
export const reopeningBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  decisionHash: hashSchema,
  reason: reasonSchema,
});
export type ReopeningBody = z.infer<typeof reopeningBodySchema>;
