import { z } from "zod";
import { decisionSchema } from "../debrief/decision";
import { debriefItemSchema } from "../debrief/item";
import { competencyIdSchema, hashSchema, levelIdSchema, personIdSchema, timestampSchema } from "../ids";

/** Who said something in the debrief, when by their own clock, and the entry that says it. */
const said = { hash: hashSchema, personId: personIdSchema, at: timestampSchema };

/** How somebody rates an item after the discussion, as signed. */
export const secondRatingSchema = z.object({
  ...said,
  item: debriefItemSchema,
  /** From 1; of an overall call from 1, a strong no, to 4, a strong yes. */
  value: z.int(),
  reason: z.string(),
  /** True where a later word of the same person stands in its place. */
  replaced: z.boolean(),
});
export type SecondRating = z.infer<typeof secondRatingSchema>;

/** Where the panel reads the candidate on one competency, as signed. */
export const levelReadingSchema = z.object({
  ...said,
  competencyId: competencyIdSchema,
  /** Null where the evidence does not say. */
  levelId: levelIdSchema.nullable(),
  reason: z.string(),
  replaced: z.boolean(),
});
export type LevelReading = z.infer<typeof levelReadingSchema>;

/** Who signed that they were there when the decision was made. */
export const countersignatureSchema = z.object(said);
export type Countersignature = z.infer<typeof countersignatureSchema>;

/** A decision that does not stand any more, who said so and why. */
export const reopeningSchema = z.object({
  ...said,
  reason: z.string(),
  decision: decisionSchema,
  decidedAt: timestampSchema,
});
export type Reopening = z.infer<typeof reopeningSchema>;

/** What was signed in the debrief besides comments and the decision itself; each list oldest first. */
export interface DebriefWords {
  readonly secondRatings: readonly SecondRating[];
  readonly levelReadings: readonly LevelReading[];
  /** Under the decision that counts, one for each person. */
  readonly countersignatures: readonly Countersignature[];
  readonly reopenings: readonly Reopening[];
}

/** A debrief in which nothing was signed yet. */
export const noDebriefWords: DebriefWords = {
  secondRatings: [],
  levelReadings: [],
  countersignatures: [],
  reopenings: [],
};
