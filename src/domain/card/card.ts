import { z } from "zod";
import {
  hashSchema,
  indicatorIdSchema,
  kitItemIdSchema,
  loopIdSchema,
  personIdSchema,
  questionIdSchema,
  slotIdSchema,
  timestampSchema,
} from "../ids";
import { overallCallSchema } from "../kit/scale";
import { lifted } from "./card-versions";

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

/** Milliseconds on the slot's clock; null where the clock was not running. */
const slotTimeSchema = z.int().nonnegative().nullable();

export const answerSchema = z.object({
  questionId: questionIdSchema,
  state: questionStateSchema,
  /** When the question was first marked asked or prompted. */
  askedAtMs: slotTimeSchema,
  ...evidence,
});
export type Answer = z.infer<typeof answerSchema>;

/** What the candidate answered to one item of a test; `correct` is null until somebody judged it. */
export const testAnswerSchema = z.object({
  itemId: kitItemIdSchema,
  text: z.string(),
  correct: z.boolean().nullable(),
});
export type TestAnswer = z.infer<typeof testAnswerSchema>;

/** Ticks, notes and a rating: what questions and exercises have in common. */
export type Evidence = z.infer<z.ZodObject<typeof evidence>>;

/** Whether a success criterion was met, by its place in the exercise; criteria nobody judged are absent. */
export const criterionMarkSchema = z.object({ criterion: z.int().nonnegative(), met: z.boolean() });
export type CriterionMark = z.infer<typeof criterionMarkSchema>;

/** What was seen of the slot's exercise; its rating is on the exercise scale. */
export const exerciseAnswerSchema = z.object({
  ...evidence,
  criteria: z.array(criterionMarkSchema),
  testAnswers: z.array(testAnswerSchema),
});
export type ExerciseAnswer = z.infer<typeof exerciseAnswerSchema>;

/** What a role player did: the scripted tensions they brought up, by their place in the role, and what went against it. */
export const rolePlaySchema = z.object({
  roleId: kitItemIdSchema,
  /** How many tensions the role has; what they say stands in its guide, which assessors cannot read. */
  tensions: z.int().nonnegative(),
  delivered: z.array(z.object({ tension: z.int().nonnegative(), text: z.string(), atMs: slotTimeSchema })),
  breaches: z.array(z.object({ atMs: slotTimeSchema, text: z.string() })),
});
export type RolePlay = z.infer<typeof rolePlaySchema>;

/** Whether the card was written while the candidate spoke or afterwards, and then from what. */
export const enteredSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("live") }),
  z.object({ kind: z.literal("afterwards"), from: z.enum(["paper", "memory"]) }),
]);
export type Entered = z.infer<typeof enteredSchema>;

/** Who typed the card in for its person, and why. The ratings are the person's. */
export const onBehalfSchema = z.object({ by: personIdSchema, reason: z.string() });
export type OnBehalf = z.infer<typeof onBehalfSchema>;

/** The overall call, or an explicit refusal to make one, which is not a midpoint. */
export const overallSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("blank") }),
  z.object({ kind: z.literal("call"), call: overallCallSchema }),
  z.object({ kind: z.literal("noDecision"), reason: z.string().min(1) }),
]);
export type Overall = z.infer<typeof overallSchema>;

const cardFieldsSchema = z.object({
  format: z.literal("panelbook-card"),
  /** Version 1 is only read: such a card says nothing of what version 2 brought, and keeps the bytes it was sealed in. */
  formatVersion: z.literal([1, 2]),
  loopId: loopIdSchema,
  slotId: slotIdSchema,
  personId: personIdSchema,
  /** Merkle root of the kit snapshot the card was written against. */
  kitRoot: hashSchema,
  answers: z.array(answerSchema),
  exercise: exerciseAnswerSchema.nullable(),
  /** Null on every card but a role player's. */
  rolePlay: rolePlaySchema.nullable(),
  overall: overallSchema,
  /** What the panel should know in a sentence or two. */
  takeaway: z.string(),
  /** Why this revision replaces the one before; empty in the first. */
  amendReason: z.string(),
  entered: enteredSchema,
  onBehalf: onBehalfSchema.nullable(),
  startedAt: timestampSchema,
  /** By how much the laptop's clock was moved since `startedAt`, as far as it was noticed; not part of the slot's time. */
  clock: z.object({ shiftMs: z.int() }),
});

/** One panelist's scorecard for one slot: what is sealed, in the bytes `sealedForm` gives, in an envelope. */
export const cardSchema = z.preprocess(lifted, cardFieldsSchema);
export type Card = z.infer<typeof cardFieldsSchema>;
