import { z } from "zod";
import { hashSchema, personIdSchema, questionIdSchema } from "../ids";
import { signedHeader } from "./signed-header";

/** What of a card a comment is about. A note is named by its place, which never moves in a sealed card. */
export const cardPartSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("card") }),
  z.object({ kind: z.literal("answer"), questionId: questionIdSchema }),
  z.object({ kind: z.literal("exercise") }),
  /** A line of the notes on a question, or on the exercise where there is no question. */
  z.object({
    kind: z.literal("note"),
    questionId: questionIdSchema.nullable(),
    index: z.int().nonnegative().max(10_000),
  }),
  z.object({ kind: z.literal("overall") }),
]);
export type CardPart = z.infer<typeof cardPartSchema>;

/** Longest comment in UTF-16 units. */
export const longestComment = 4_000;

/** One person's remark on a part of a revealed card, or an answer in such a thread. */
export const commentBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  /** The call that opened the card: there is no comment before it. */
  callHash: hashSchema,
  envelopeHash: hashSchema,
  part: cardPartSchema,
  /** The comment that began the thread; null in that one. */
  replyTo: hashSchema.nullable(),
  text: z.string().trim().min(1).max(longestComment),
});
export type CommentBody = z.infer<typeof commentBodySchema>;

/** One person's word that a thread is settled, or is not. */
export const resolutionBodySchema = z.object({
  ...signedHeader,
  personId: personIdSchema,
  /** The comment that began the thread. */
  thread: hashSchema,
  state: z.enum(["resolved", "reopened"]),
  /** The words about this thread that this one stands in place of. */
  replaces: z.array(hashSchema),
});
export type ResolutionBody = z.infer<typeof resolutionBodySchema>;

/** True where both mean the same part of a card. */
export const isSamePart = (one: CardPart, other: CardPart): boolean => {
  if (one.kind === "answer" && other.kind === "answer") return one.questionId === other.questionId;
  if (one.kind === "note" && other.kind === "note")
    return one.questionId === other.questionId && one.index === other.index;
  return one.kind === other.kind;
};
