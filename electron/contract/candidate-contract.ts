import { z } from "zod";
import type { ProgressRefusal } from "../../src/domain/application/progress";
import type { ShownApplication } from "../../src/domain/application/shown";
import { givenAnswerSchema } from "../../src/domain/candidates/knock-out";
import { kitItemIdSchema } from "../../src/domain/ids";
import type { Result } from "../../src/domain/result";
import type { CandidateChannelName } from "./candidate-names";
import { type AnswerOf, channel, type HandlersOf, type InputOf } from "./channels";
import type { Enveloped } from "./envelope";

/** The largest piece of a recording that is taken at once, in bytes; a second of it has about 0.4 MB. */
export const chunkLimit = 4 * 1024 * 1024;

/** The longest PIN; the shortest is set where it is chosen. */
export const pinSchema = z.string().regex(/^\d{4,12}$/);

/** What keeping something on the disk can run into. `noKey`: the person's key is gone. */
export type KeepFailure =
  | { readonly type: "diskFull" }
  | { readonly type: "notWritable" }
  | { readonly type: "noKey" }
  | { readonly type: "notThere" }
  | { readonly type: "damaged" };

export type CandidateRefusal = ProgressRefusal | KeepFailure;

/** `noTake`: nothing is being recorded, or another take. `outOfOrder`: not the next piece. `tooMuch`: over the limit. */
export type ChunkRefusal =
  | KeepFailure
  | { readonly type: "noTake" }
  | { readonly type: "outOfOrder" }
  | { readonly type: "tooMuch" };

/** `wait`: too many wrong ones; nothing is compared for so many seconds. `pinMissing`: none is kept that could fit. */
export type LeaveRefusal =
  | { readonly type: "wrongPin"; readonly waitSeconds: number }
  | { readonly type: "wait"; readonly waitSeconds: number }
  | { readonly type: "pinMissing" }
  | { readonly type: "notWritable" };

const bytesSchema = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.length > 0 && value.length <= chunkLimit,
  "a piece of a recording expected",
);

export const candidateAnswerSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("consent"), agreed: z.boolean() }),
  z.strictObject({
    kind: z.literal("knockOut"),
    questionId: kitItemIdSchema,
    answer: givenAnswerSchema,
  }),
  z.strictObject({ kind: z.literal("text"), promptId: kitItemIdSchema, text: z.string().min(1).max(20_000) }),
  /** Hands in the newest recording. */
  z.strictObject({ kind: z.literal("clip"), promptId: kitItemIdSchema }),
]);
export type CandidateAnswer = z.input<typeof candidateAnswerSchema>;

const startSchema = z.strictObject({
  promptId: kitItemIdSchema,
  mimeType: z.string().regex(/^video\/[a-z0-9]+(?:;\s?codecs="?[A-Za-z0-9., -]{1,80}"?)?$/),
});
const chunkSchema = z.strictObject({
  take: z.int().positive(),
  /** From 0, without a gap. */
  index: z.int().nonnegative(),
  bytes: bytesSchema,
});
const stopSchema = z.strictObject({
  take: z.int().positive(),
  seconds: z.number().nonnegative().max(7200),
  end: z.enum(["person", "limit", "unplugged", "disk"]),
});

/** The whole of what the candidate's window may ask. Answers about the screen are parsed again in the window. */
export const candidateChannels = {
  "candidate.prompts": channel<Result<ShownApplication, never>>().with(z.undefined()),
  "candidate.answer": channel<Result<ShownApplication, CandidateRefusal>>().with(candidateAnswerSchema),
  "candidate.start": channel<Result<{ readonly take: number }, CandidateRefusal>>().with(startSchema),
  /** Once this answered, the piece survives a power cut. */
  "candidate.chunk": channel<Result<null, ChunkRefusal>>().with(chunkSchema),
  "candidate.stop": channel<Result<ShownApplication, ChunkRefusal>>().with(stopSchema),
  "candidate.finish": channel<Result<ShownApplication, CandidateRefusal>>().with(z.undefined()),
  "candidate.leave": channel<Result<null, LeaveRefusal>>().with(z.strictObject({ pin: pinSchema })),
};
export type CandidateChannels = typeof candidateChannels;
export type CandidateHandlers = HandlersOf<CandidateChannels>;

type Tail<Name> = Name extends `candidate.${infer Action}` ? Action : never;
type Arguments<Input> = [Input] extends [undefined] ? [] : [input: Input];

/** What `window.applicant` is in the candidate's window. */
export type CandidateBridge = {
  readonly [Action in Tail<CandidateChannelName>]: (
    ...input: Arguments<InputOf<CandidateChannels[`candidate.${Action}`]>>
  ) => Promise<Enveloped<AnswerOf<CandidateChannels[`candidate.${Action}`]>>>;
};

type Same<Left, Right> = [Left, Right] extends [Right, Left] ? true : never;

/** The names the preload file exposes are exactly the ones that have schemas. */
export const candidateNamesAreComplete: Same<CandidateChannelName, keyof CandidateChannels> = true;
