import { z } from "zod";
import { hashSchema, personIdSchema, slotIdSchema, timestampSchema } from "../ids";
import { cardPartSchema } from "../sealing/comment-entries";

/** One comment of a thread, as it was signed. */
export const threadCommentSchema = z.object({
  hash: hashSchema,
  personId: personIdSchema,
  /** By the writer's clock. */
  at: timestampSchema,
  text: z.string(),
});
export type ThreadComment = z.infer<typeof threadCommentSchema>;

/** One person's word that a thread is settled, or is open again. */
export const threadResolutionSchema = z.object({
  hash: hashSchema,
  personId: personIdSchema,
  at: timestampSchema,
  state: z.enum(["resolved", "reopened"]),
});
export type ThreadResolution = z.infer<typeof threadResolutionSchema>;

/** What was said about one part of a revealed card: the first comment, then the answers. */
export const commentThreadSchema = z.object({
  /** Of the first comment; names the thread. */
  hash: hashSchema,
  envelopeHash: hashSchema,
  slotId: slotIdSchema,
  /** Whose card it is. */
  author: personIdSchema,
  part: cardPartSchema,
  comments: z.array(threadCommentSchema),
  resolved: z.boolean(),
  /** Who said so, oldest first; absent where nobody did, and in records of loops before protocol 4. */
  resolutions: z.array(threadResolutionSchema).optional(),
});
export type CommentThread = z.infer<typeof commentThreadSchema>;
