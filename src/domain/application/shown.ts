import { z } from "zod";
import { hashSchema, kitItemIdSchema } from "../ids";
import { consentSchema } from "./consent";
import { clipOf, type Progress, type Step, stepOf, takesLeft } from "./progress";
import { type ApplicationScript, type AskedKnockOut, limitsOf } from "./script";
import { applicationEndSchema, takeEndSchema } from "./taken-application";

/*
 * What the candidate's window is told. Which answers end the application, what was answered before and anything about
 * other people stays in main.
 */

export const shownQuestionSchema = z.object({
  questionId: kitItemIdSchema,
  prompt: z.string().min(1),
  form: z.enum(["yesNo", "single", "multiple", "number"]),
  /** For `single` and `multiple`. */
  choices: z.array(z.string()),
  /** For `number`; may be empty. */
  unit: z.string(),
});
export type ShownQuestion = z.infer<typeof shownQuestionSchema>;

export const shownPromptSchema = z.object({
  promptId: kitItemIdSchema,
  title: z.string(),
  prompt: z.string().min(1),
  format: z.string(),
  seconds: z.number().positive(),
  preparationSeconds: z.number().nullable(),
  /** How many recordings are still allowed. */
  takesLeft: z.int().nonnegative(),
  /** The recording that would be submitted. */
  clip: z.object({ hash: hashSchema, seconds: z.number().nullable(), end: takeEndSchema }).nullable(),
});
export type ShownPrompt = z.infer<typeof shownPromptSchema>;

export const shownStepSchema = z.discriminatedUnion("step", [
  z.object({ step: z.literal("consent"), consent: consentSchema }),
  z.object({ step: z.literal("knockOut"), question: shownQuestionSchema }),
  z.object({ step: z.literal("prompt"), prompt: shownPromptSchema }),
  z.object({ step: z.literal("finish") }),
  z.object({ step: z.literal("ended"), end: applicationEndSchema }),
]);

/** The candidate's screen: the one thing that is next, and how much there is. */
export const shownApplicationSchema = z.object({
  role: z.string().min(1),
  now: shownStepSchema,
  knockOuts: z.object({ done: z.int().nonnegative(), of: z.int().nonnegative() }),
  prompts: z.object({ done: z.int().nonnegative(), of: z.int().nonnegative() }),
});
export type ShownApplication = z.infer<typeof shownApplicationSchema>;

const shownQuestion = ({ id, prompt, answer }: AskedKnockOut): ShownQuestion => ({
  questionId: id,
  prompt,
  form: answer.form,
  choices: "choices" in answer ? answer.choices.map(({ text }) => text) : [],
  unit: answer.form === "number" ? answer.unit : "",
});

const shownPrompt = (script: ApplicationScript, progress: Progress, promptId: string): ShownPrompt => {
  const asked = script.prompts.find(({ id }) => id === promptId);
  if (asked === undefined) throw new Error("the next prompt stands in the script");
  const clip = clipOf(progress, asked.id);
  const { seconds, preparationSeconds } = limitsOf(asked);
  return {
    promptId: asked.id,
    title: asked.title,
    prompt: asked.prompt,
    format: asked.format,
    seconds,
    preparationSeconds,
    takesLeft: Math.max(0, takesLeft(progress, asked)),
    clip: clip && { hash: clip.hash, seconds: clip.seconds, end: clip.end },
  };
};

const shownStep = (script: ApplicationScript, progress: Progress, now: Step): ShownApplication["now"] => {
  if (now.step === "consent") return { step: "consent", consent: script.consent };
  if (now.step === "prompt") return { step: "prompt", prompt: shownPrompt(script, progress, now.promptId) };
  if (now.step !== "knockOut") return now;
  const asked = script.knockOuts.find(({ id }) => id === now.questionId);
  if (asked === undefined) throw new Error("the next question stands in the script");
  return { step: "knockOut", question: shownQuestion(asked) };
};

/** The screen for where the application is. */
export const toShown = (script: ApplicationScript, progress: Progress): ShownApplication => ({
  role: script.role,
  now: shownStep(script, progress, stepOf(script, progress)),
  knockOuts: { done: progress.knockOuts.length, of: script.knockOuts.length },
  prompts: { done: progress.responses.length, of: script.prompts.length },
});
