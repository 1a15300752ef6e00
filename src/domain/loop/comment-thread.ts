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
});
export type CommentThread = z.infer<typeof commentThreadSchema>;
