import { z } from "zod";
import { knockOutResultSchema } from "../candidates/knock-out";
import {
  applicationIdSchema,
  candidateIdSchema,
  hashSchema,
  kitIdSchema,
  kitItemIdSchema,
  timestampSchema,
} from "../ids";
import { consentSchema } from "./consent";

/**
 * Why a recording ended. `person`: by the candidate. `limit`: the time was over. `unplugged`: camera or microphone went
 * away. `disk`: the laptop could not keep more. `crash`: the program ended in the middle; what was recorded is kept.
 */
export const takeEndSchema = z.enum(["person", "limit", "unplugged", "disk", "crash"]);
export type TakeEnd = z.infer<typeof takeEndSchema>;

/** A finished recording. */
export const clipSchema = z.object({
  /** SHA-256 of its content; the file beside the database is found by it. */
  hash: hashSchema,
  /** Bytes. */
  size: z.int().positive(),
  /** "video/webm;codecs=vp8,opus" */
  mimeType: z.string().max(200),
  /** Recorded seconds, as the window counted them; null where a crash ended it. */
  seconds: z.number().nonnegative().nullable(),
  end: takeEndSchema,
});
export type Clip = z.infer<typeof clipSchema>;

const answered = {
  promptId: kitItemIdSchema,
  title: z.string(),
  /** The prompt as it was read. */
  prompt: z.string().min(1),
  wordingVersion: hashSchema,
  at: timestampSchema,
};

/** What a candidate gave for one video prompt: a clip, or a text where they preferred to write. */
export const promptResponseSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("video"), ...answered, clip: clipSchema, takes: z.int().positive() }),
  z.object({ kind: z.literal("text"), ...answered, text: z.string().min(1).max(20_000) }),
]);
export type PromptResponse = z.infer<typeof promptResponseSchema>;

/**
 * How an application ended. `declined`: no consent. `knockedOut`: an answer that the kit's rule disqualifies, and a person
 * has to look at. `left`: staff took the laptop back before the end.
 */
export const applicationEndSchema = z.enum(["finished", "knockedOut", "declined", "left"]);
export type ApplicationEnd = z.infer<typeof applicationEndSchema>;

/** One application as it was taken on a laptop. Version 1 of the stored shape. */
export const takenApplicationSchema = z.object({
  formatVersion: z.literal(1),
  applicationId: applicationIdSchema,
  candidateId: candidateIdSchema,
  kitId: kitIdSchema,
  role: z.string().min(1),
  startedAt: timestampSchema,
  endedAt: timestampSchema,
  end: applicationEndSchema,
  /** The wording that was agreed to, and when; null where it was not. */
  consent: consentSchema.extend({ at: timestampSchema }).nullable(),
  knockOuts: z.array(knockOutResultSchema),
  responses: z.array(promptResponseSchema),
});
export type TakenApplication = z.infer<typeof takenApplicationSchema>;
