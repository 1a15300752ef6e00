import { z } from "zod";
import { base64UrlSchema } from "../../ids";
import { signedEntrySchema } from "../../sealing/entries";

/** The version of these messages. */
export const passageVersion = 1 as const;

/** Bytes of an answer: a roster of twelve in twenty versions has some 100 KB. */
export const maxPassageBytes = 256 * 1024;
const maxEntries = 200;

/** A laptop that finds nobody asks whether its room is still the one. The topic says which room, and nothing else. */
export const currentQuestionSchema = z.object({
  type: z.literal("current?"),
  v: z.literal(passageVersion),
  topic: base64UrlSchema.length(43),
});

/**
 * `newest`: it is, as far as this host knows. `unknown`: no room of a loop that is open here. `passage`: it is not; the
 * box holds the way to the next generation and opens only with the secret of the room that was asked about.
 */
export const currentAnswerSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("newest") }),
  z.object({ type: z.literal("unknown") }),
  z.object({ type: z.literal("passage"), box: base64UrlSchema.max(maxPassageBytes) }),
]);
export type CurrentAnswer = z.infer<typeof currentAnswerSchema>;

/** What is in the box. */
export const passageSchema = z.object({
  v: z.literal(passageVersion),
  entries: z.array(signedEntrySchema).max(maxEntries),
});
