import { z } from "zod";
import { type GivenAnswer, knockOutResultSchema } from "../candidates/knock-out";
import { type KitItemId, kitItemIdSchema, type Timestamp, timestampSchema } from "../ids";
import { err, ok, type Result } from "../result";
import { judgeAnswer } from "./judge-answer";
import { type ApplicationScript, type AskedPrompt, limitsOf } from "./script";
import {
  type ApplicationEnd,
  applicationEndSchema,
  type Clip,
  clipSchema,
  promptResponseSchema,
} from "./taken-application";

/** One recording, running or finished. */
export const takeSchema = z.object({
  promptId: kitItemIdSchema,
  /** 1 for the first take of its prompt. */
  number: z.int().positive(),
  mimeType: z.string().max(200),
  /** Null while it is being recorded, and for one of which nothing could be kept. */
  clip: clipSchema.nullable(),
});
export type Take = z.infer<typeof takeSchema>;

/** How far an application is. Version 1 of what main keeps on the disk. */
export const progressSchema = z.object({
  startedAt: timestampSchema,
  consentAt: timestampSchema.nullable(),
  knockOuts: z.array(knockOutResultSchema),
  takes: z.array(takeSchema),
  responses: z.array(promptResponseSchema),
  end: applicationEndSchema.nullable(),
  endedAt: timestampSchema.nullable(),
});
export type Progress = z.infer<typeof progressSchema>;

/** `notNow`: the application is elsewhere. `notOffered`: no such question, prompt or answer. `noTakesLeft`: all used. */
export type ProgressRefusal =
  | { readonly type: "notNow" }
  | { readonly type: "notOffered" }
  | { readonly type: "noTakesLeft" };

export type Step =
  | { readonly step: "consent" }
  | { readonly step: "knockOut"; readonly questionId: KitItemId }
  | { readonly step: "prompt"; readonly promptId: KitItemId }
  | { readonly step: "finish" }
  | { readonly step: "ended"; readonly end: ApplicationEnd };

export const beginProgress = (at: Timestamp): Progress => ({
  startedAt: at,
  consentAt: null,
  knockOuts: [],
  takes: [],
  responses: [],
  end: null,
  endedAt: null,
});

/** The one thing that is to be done next. */
export const stepOf = (script: ApplicationScript, progress: Progress): Step => {
  if (progress.end !== null) return { step: "ended", end: progress.end };
  if (progress.consentAt === null) return { step: "consent" };
  const question = script.knockOuts[progress.knockOuts.length];
  if (question !== undefined) return { step: "knockOut", questionId: question.id };
  const prompt = script.prompts[progress.responses.length];
  return prompt === undefined ? { step: "finish" } : { step: "prompt", promptId: prompt.id };
};

type Moved = Result<Progress, ProgressRefusal>;

const ended = (progress: Progress, end: ApplicationEnd, at: Timestamp): Progress => ({
  ...progress,
  end,
  endedAt: at,
});

/** The candidate agrees to the consent, or does not, which ends the application. */
export const answerConsent = (
  script: ApplicationScript,
  progress: Progress,
  agreed: boolean,
  at: Timestamp,
): Moved => {
  if (stepOf(script, progress).step !== "consent") return err({ type: "notNow" });
  return ok(agreed ? { ...progress, consentAt: at } : ended(progress, "declined", at));
};

/** Keeps the answer to the question that is next; one that disqualifies ends the application. */
export const answerKnockOut = (
  script: ApplicationScript,
  progress: Progress,
  questionId: KitItemId,
  given: GivenAnswer,
  at: Timestamp,
): Moved => {
  const step = stepOf(script, progress);
  if (step.step !== "knockOut" || step.questionId !== questionId) return err({ type: "notNow" });
  const asked = script.knockOuts.find(({ id }) => id === questionId);
  const result = asked === undefined ? null : judgeAnswer(asked, given);
  if (result === null) return err({ type: "notOffered" });
  const kept = { ...progress, knockOuts: [...progress.knockOuts, result] };
  return ok(result.disqualifies ? ended(kept, "knockedOut", at) : kept);
};

const promptNow = (
  script: ApplicationScript,
  progress: Progress,
  promptId: KitItemId,
): AskedPrompt | null => {
  const step = stepOf(script, progress);
  if (step.step !== "prompt" || step.promptId !== promptId) return null;
  return script.prompts.find(({ id }) => id === promptId) ?? null;
};

export const takesOf = (progress: Progress, promptId: KitItemId): readonly Take[] =>
  progress.takes.filter((take) => take.promptId === promptId);

/** True for a recording that ended as recordings should; one that a device, the disk or a crash cut off is not. */
const countsAsTake = ({ clip }: Take): boolean => clip?.end === "person" || clip?.end === "limit";

/**
 * The recording that would be submitted: the newest that ended as it should, or else the newest of which anything was
 * kept. A second of a retake that was cut off takes nobody's good recording from them.
 */
export const clipOf = (progress: Progress, promptId: KitItemId): Clip | null => {
  const takes = takesOf(progress, promptId);
  return (takes.findLast(countsAsTake) ?? takes.findLast(({ clip }) => clip !== null))?.clip ?? null;
};

/** Recordings that are still allowed. One that was cut off does not count: nobody loses a take to a cable. */
export const takesLeft = (progress: Progress, prompt: AskedPrompt): number =>
  limitsOf(prompt).takes - takesOf(progress, prompt.id).filter(countsAsTake).length;

/** Begins a recording of the prompt that is next. */
export const beginTake = (
  script: ApplicationScript,
  progress: Progress,
  promptId: KitItemId,
  mimeType: string,
): Result<{ readonly progress: Progress; readonly take: Take }, ProgressRefusal> => {
  const prompt = promptNow(script, progress, promptId);
  if (prompt === null) return err({ type: "notNow" });
  if (takesLeft(progress, prompt) <= 0) return err({ type: "noTakesLeft" });
  const take: Take = { promptId, number: takesOf(progress, promptId).length + 1, mimeType, clip: null };
  return ok({ take, progress: { ...progress, takes: [...progress.takes, take] } });
};

/** Says what became of a recording. */
export const endTake = (progress: Progress, ending: Take, clip: Clip | null): Progress => ({
  ...progress,
  takes: progress.takes.map((take) =>
    take.promptId === ending.promptId && take.number === ending.number ? { ...take, clip } : take,
  ),
});

const answeredBy = ({ id, title, prompt, wordingVersion }: AskedPrompt, at: Timestamp) => ({
  promptId: id,
  title,
  prompt,
  wordingVersion,
  at,
});

/** Submits `clipOf` as the answer. */
export const submitClip = (
  script: ApplicationScript,
  progress: Progress,
  promptId: KitItemId,
  at: Timestamp,
): Moved => {
  const prompt = promptNow(script, progress, promptId);
  const clip = clipOf(progress, promptId);
  if (prompt === null || clip === null) return err({ type: "notNow" });
  // Cable trouble is nobody's further try; one that was cut off and is handed in all the same is the first.
  const takes = Math.max(1, takesOf(progress, promptId).filter(countsAsTake).length);
  const response = { kind: "video" as const, ...answeredBy(prompt, at), clip, takes };
  return ok({ ...progress, responses: [...progress.responses, response] });
};

/** Submits a text in the place of a recording. */
export const submitText = (
  script: ApplicationScript,
  progress: Progress,
  promptId: KitItemId,
  text: string,
  at: Timestamp,
): Moved => {
  const prompt = promptNow(script, progress, promptId);
  if (prompt === null) return err({ type: "notNow" });
  if (text.trim() === "") return err({ type: "notOffered" });
  const response = { kind: "text" as const, ...answeredBy(prompt, at), text: text.trim() };
  return ok({ ...progress, responses: [...progress.responses, response] });
};

/** The candidate is through. */
export const finishApplication = (script: ApplicationScript, progress: Progress, at: Timestamp): Moved =>
  stepOf(script, progress).step === "finish" ? ok(ended(progress, "finished", at)) : err({ type: "notNow" });

/** Staff takes the laptop back, wherever the candidate is. */
export const leaveApplication = (progress: Progress, at: Timestamp): Progress =>
  progress.end === null ? ended(progress, "left", at) : progress;
