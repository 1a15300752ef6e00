import { z } from "zod";
import { type ApplicationId, applicationIdSchema, candidateIdSchema, hashSchema, kitIdSchema } from "../ids";
import type { Kit, KnockOut, VideoPrompt } from "../kit/kit";
import { knockOutSchema, videoPromptSchema } from "../kit/kit";
import { canonicalJson } from "../sealing/canonical-json";
import { type Consent, consentSchema } from "./consent";

/** A question with the version of its wording: SHA-256 of prompt and answers as canonical JSON. */
export const askedKnockOutSchema = knockOutSchema.extend({ wordingVersion: hashSchema });
export type AskedKnockOut = z.infer<typeof askedKnockOutSchema>;

export const askedPromptSchema = videoPromptSchema.extend({ wordingVersion: hashSchema });
export type AskedPrompt = z.infer<typeof askedPromptSchema>;

/** Everything one application asks, frozen when it begins: later edits of the kit do not touch it. Version 1. */
export const applicationScriptSchema = z.object({
  formatVersion: z.literal(1),
  applicationId: applicationIdSchema,
  candidateId: candidateIdSchema,
  kitId: kitIdSchema,
  /** The kit's title, as the candidate reads it. */
  role: z.string().min(1).max(500),
  consent: consentSchema,
  knockOuts: z.array(askedKnockOutSchema).max(100),
  prompts: z.array(askedPromptSchema).max(100),
});
export type ApplicationScript = z.infer<typeof applicationScriptSchema>;

/** What the wording version of a knock-out question covers: a changed answer changes what the question does. */
export const knockOutWording = ({ prompt, answer }: KnockOut): string => canonicalJson({ prompt, answer });

/** What the wording version of a video prompt covers. */
export const promptWording = ({ prompt, responseSeconds, preparationSeconds, takes }: VideoPrompt): string =>
  canonicalJson({ prompt, responseSeconds, preparationSeconds, takes });

interface ScriptParts {
  readonly applicationId: ApplicationId;
  readonly candidateId: ApplicationScript["candidateId"];
  readonly kit: Kit;
  readonly consent: Consent;
  /** SHA-256 of a text's UTF-8. */
  readonly hashOf: (text: string) => ApplicationScript["prompts"][number]["wordingVersion"];
}

/** The script of one application for a kit's role. */
export const scriptOf = ({
  applicationId,
  candidateId,
  kit,
  consent,
  hashOf,
}: ScriptParts): ApplicationScript => ({
  formatVersion: 1,
  applicationId,
  candidateId,
  kitId: kit.id,
  role: kit.title,
  consent,
  knockOuts: kit.knockOuts.map((one) => ({ ...one, wordingVersion: hashOf(knockOutWording(one)) })),
  prompts: kit.videoPrompts.map((one) => ({ ...one, wordingVersion: hashOf(promptWording(one)) })),
});

/** True where the kit asks anything of an applicant. */
export const asksApplicants = ({ knockOuts, videoPrompts }: Kit): boolean =>
  knockOuts.length + videoPrompts.length > 0;

export interface PromptLimits {
  /** Longest answer in seconds. */
  readonly seconds: number;
  /** Null where the kit sets no time: the candidate begins when ready. */
  readonly preparationSeconds: number | null;
  readonly takes: number;
}

/** Where a kit does not say: three minutes, and three takes. Nobody records for more than half an hour. */
const unsaid = { seconds: 180, takes: 3 } as const;
const longestSeconds = 1800;

/** What one video prompt allows. */
export const limitsOf = ({ responseSeconds, preparationSeconds, takes }: VideoPrompt): PromptLimits => ({
  seconds: Math.min(responseSeconds ?? unsaid.seconds, longestSeconds),
  preparationSeconds: preparationSeconds === 0 ? null : preparationSeconds,
  takes: takes ?? unsaid.takes,
});
