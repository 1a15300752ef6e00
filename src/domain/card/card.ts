import { z } from "zod";
import {
  hashSchema,
  indicatorIdSchema,
  loopIdSchema,
  personIdSchema,
  questionIdSchema,
  slotIdSchema,
  timestampSchema,
} from "../ids";
import { overallCallSchema } from "../kit/scale";

/** What happened to a question in the interview. Not the same as the absence of a rating. */
export const questionStateSchema = z.enum(["open", "asked", "notAsked", "skippedForTime", "prompted"]);
export type QuestionState = z.infer<typeof questionStateSchema>;

export const absenceReasonSchema = z.enum(["notAsked", "notObserved", "insufficientEvidence"]);
export type AbsenceReason = z.infer<typeof absenceReasonSchema>;

/** A rating, the reason why there is none, or nothing yet. An absence is never a low rating. */
export const ratingSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("blank") }),
  z.object({ kind: z.literal("rated"), value: z.int().min(1).max(7) }),
  z.object({ kind: z.literal("absent"), reason: absenceReasonSchema }),
]);
export type Rating = z.infer<typeof ratingSchema>;

/** An indicator that was seen, or whose opposite was seen. */
export const tickSchema = z.object({ indicatorId: indicatorIdSchema, seen: z.enum(["seen", "opposite"]) });
export type Tick = z.infer<typeof tickSchema>;

/** One line of evidence. */
export const noteSchema = z.object({
  /** Milliseconds on the slot's clock when it was begun; null when the clock was not running. */
  atMs: z.int().nonnegative().nullable(),
  /** True where these are the candidate's own words. */
  quote: z.boolean(),
  text: z.string(),
});
export type Note = z.infer<typeof noteSchema>;

const evidence = {
  rating: ratingSchema,
  ticks: z.array(tickSchema),
  notes: z.array(noteSchema),
};

export const answerSchema = z.object({
  questionId: questionIdSchema,
  state: questionStateSchema,
  ...evidence,
});
export type Answer = z.infer<typeof answerSchema>;

/** What was seen of the slot's exercise; its rating is on the exercise scale. */
export const exerciseAnswerSchema = z.object(evidence);
export type ExerciseAnswer = z.infer<typeof exerciseAnswerSchema>;

/** The overall call, or an explicit refusal to make one, which is not a midpoint. */
export const overallSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("blank") }),
  z.object({ kind: z.literal("call"), call: overallCallSchema }),
  z.object({ kind: z.literal("noDecision"), reason: z.string().min(1) }),
]);
export type Overall = z.infer<typeof overallSchema>;

/** One panelist's scorecard for one slot: what is sealed, byte for byte, in an envelope. */
export const cardSchema = z.object({
  format: z.literal("panelbook-card"),
  formatVersion: z.literal(1),
  loopId: loopIdSchema,
  slotId: slotIdSchema,
  personId: personIdSchema,
  /** Merkle root of the kit snapshot the card was written against. */
  kitRoot: hashSchema,
  answers: z.array(answerSchema),
  exercise: exerciseAnswerSchema.nullable(),
  overall: overallSchema,
  /** What the panel should know in a sentence or two. */
  takeaway: z.string(),
  /** Why this revision replaces the one before; empty in the first. */
  amendReason: z.string(),
  startedAt: timestampSchema,
});
export type Card = z.infer<typeof cardSchema>;
