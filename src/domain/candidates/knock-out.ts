import { z } from "zod";
import { kitItemIdSchema } from "../ids";
import type { KnockOut } from "../kit/kit";

/** What somebody answered, in the form the question has; choices by their texts. */
export const givenAnswerSchema = z.discriminatedUnion("form", [
  z.object({ form: z.literal("yesNo"), value: z.enum(["yes", "no"]) }),
  z.object({ form: z.literal("single"), value: z.string().min(1).max(500) }),
  z.object({ form: z.literal("multiple"), value: z.array(z.string().min(1).max(500)).max(100) }),
  z.object({ form: z.literal("number"), value: z.number(), unit: z.string().max(100) }),
]);
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

/** One knock-out question as it was asked, with what was answered and whether that ends the application. */
export const knockOutResultSchema = z.object({
  questionId: kitItemIdSchema,
  /** Tells one wording of the question and its answers from another: the hash of its part of the kit, or the like. */
  wordingVersion: z.string().min(1).max(64),
  /** The question as the candidate read it. */
  prompt: z.string().min(1).max(2000),
  answer: givenAnswerSchema,
  disqualifies: z.boolean(),
});
export type KnockOutResult = z.infer<typeof knockOutResultSchema>;

type Rule = KnockOut["answer"];

const outside = (value: number, { minimum, maximum }: Extract<Rule, { form: "number" }>): boolean =>
  (minimum !== null && value < minimum) || (maximum !== null && value > maximum);

/**
 * Whether an answer ends the application by the question's rule. An answer in another form than the question's, or
 * a choice that the question does not have, disqualifies nobody: a person looks at it later.
 */
export const isDisqualifying = (rule: Rule, given: GivenAnswer): boolean => {
  if (rule.form === "yesNo") return given.form === "yesNo" && given.value === rule.disqualifying;
  if (rule.form === "number") return given.form === "number" && outside(given.value, rule);
  const chosen = given.form === "single" ? [given.value] : given.form === "multiple" ? given.value : [];
  return (
    given.form === rule.form && rule.choices.some((one) => one.disqualifies && chosen.includes(one.text))
  );
};
