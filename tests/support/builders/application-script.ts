import { sha256 } from "@noble/hashes/sha2.js";
import { standardConsent } from "../../../src/domain/application/consent";
import { type ApplicationScript, scriptOf } from "../../../src/domain/application/script";
import { type Clip, clipSchema } from "../../../src/domain/application/taken-application";
import { applicationIdSchema, candidateIdSchema, hashSchema, kitItemIdSchema } from "../../../src/domain/ids";
import type { KnockOut, VideoPrompt } from "../../../src/domain/kit/kit";
import { toBase64Url } from "../../../src/store/rows/base64url";
import { anId } from "./ids";
import { aKit } from "./kit";

export const itemId = (name: string) => kitItemIdSchema.parse(name);

export const knockOuts: readonly KnockOut[] = [
  {
    id: itemId("permit"),
    prompt: "May you work in the European Union?",
    answer: { form: "yesNo", disqualifying: "no" },
  },
  {
    id: itemId("shift"),
    prompt: "Which shifts can you work?",
    answer: {
      form: "multiple",
      choices: [
        { text: "Morning", disqualifies: false },
        { text: "Night", disqualifies: false },
        { text: "None of these", disqualifies: true },
      ],
    },
  },
  {
    id: itemId("years"),
    prompt: "How many years have you worked at a bench?",
    answer: { form: "number", unit: "years", minimum: 2, maximum: 40 },
  },
];

export const videoPrompts: readonly VideoPrompt[] = [
  {
    id: itemId("why"),
    title: "Why this bench",
    prompt: "Tell us why you want to work here.",
    format: "one continuous answer",
    responseSeconds: 120,
    preparationSeconds: 30,
    takes: 2,
  },
  {
    id: itemId("spill"),
    title: "",
    prompt: "Tell us of a spill you cleaned up.",
    format: "",
    responseSeconds: null,
    preparationSeconds: null,
    takes: null,
  },
];

export const hashOfText = (text: string) =>
  hashSchema.parse(toBase64Url(sha256(new TextEncoder().encode(text))));

/** An application with one knock-out of each kind that differs in its rule, and two prompts. */
export const aScript = (
  parts: { readonly knockOuts?: readonly KnockOut[]; readonly videoPrompts?: readonly VideoPrompt[] } = {},
): ApplicationScript =>
  scriptOf({
    applicationId: anId(applicationIdSchema, "application"),
    candidateId: anId(candidateIdSchema, "noor"),
    kit: aKit({
      knockOuts: [...(parts.knockOuts ?? knockOuts)],
      videoPrompts: [...(parts.videoPrompts ?? videoPrompts)],
    }),
    consent: standardConsent,
    hashOf: hashOfText,
  });

export const aClip = (name: string, parts: Partial<Clip> = {}): Clip =>
  clipSchema.parse({
    hash: hashOfText(name),
    size: 1000,
    mimeType: "video/webm",
    seconds: 42,
    end: "person",
    ...parts,
  });
