import { z } from "zod";
import { hashSchema, kitItemIdSchema } from "../ids";

/** What somebody answered to a knock-out question, in the words that stood on the screen. */
export const givenAnswerSchema = z.discriminatedUnion("form", [
  z.object({ form: z.literal("yesNo"), value: z.enum(["yes", "no"]) }),
  z.object({ form: z.literal("single"), choice: z.string().min(1).max(2000) }),
  z.object({ form: z.literal("multiple"), choices: z.array(z.string().min(1).max(2000)).max(100) }),
  z.object({ form: z.literal("number"), value: z.number() }),
]);
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

/** One knock-out question as it was asked, with what was answered and whether the kit's rule ends the application. */
export const knockOutResultSchema = z.object({
  questionId: kitItemIdSchema,
  /** The question as the candidate read it. */
  prompt: z.string().min(1),
  /** Tells one wording of the question and its answers from another. */
  wordingVersion: hashSchema,
  answer: givenAnswerSchema,
  disqualifies: z.boolean(),
});
export type KnockOutResult = z.infer<typeof knockOutResultSchema>;
