import { z } from "zod";
import { takenApplicationSchema } from "../application/taken-application";
import {
  applicationIdSchema,
  candidateIdSchema,
  hashSchema,
  kitIdSchema,
  loopIdSchema,
  timestampSchema,
} from "../ids";
import { ratingScaleSchema } from "../kit/scale";
import { knockOutResultSchema } from "./knock-out";
import {
  resumeReviewSchema,
  reviewDraftSchema,
  reviewerSchema,
  screenCriterionSchema,
} from "./resume-review";
import { videoDraftSchema, videoItemSchema, videoReviewSchema } from "./video/video-review";

/** How an application came here. */
export const applicationSources = ["hand", "csv", "jsonResume", "laptop"] as const;
export type ApplicationSource = (typeof applicationSources)[number];

/** Why an application ends, in words a count may use: the reason in a person's own words stands beside it. */
export const archiveCauses = [
  "knockOut",
  "criteriaNotMet",
  "otherPreferred",
  "positionFilled",
  "duplicate",
  "withdrew",
  "other",
] as const;
export type ArchiveCause = (typeof archiveCauses)[number];

/** What a kept file is read as. */
export const documentKinds = ["pdf", "word", "text"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A file about a candidate; its bytes lie encrypted beside the database under this hash. */
export const keptDocumentSchema = z.object({
  hash: hashSchema,
  name: z.string().min(1).max(255),
  kind: z.enum(documentKinds),
  bytes: z.int().positive(),
});
export type KeptDocument = z.infer<typeof keptDocumentSchema>;

const reason = z.string().trim().min(1).max(2000);
const stamp = {
  at: timestampSchema,
  /** Who did it; null where nobody was named, as for what a candidate did. */
  by: z.string().trim().min(1).max(200).nullable(),
};

/** What happened to an application. A kind keeps its meaning for ever; what is new gets a new kind. */
export const applicationEventSchema = z.discriminatedUnion("kind", [
  z.object({ ...stamp, kind: z.literal("applied"), source: z.enum(applicationSources) }),
  z.object({ ...stamp, kind: z.literal("answered"), results: z.array(knockOutResultSchema).min(1).max(100) }),
  z.object({ ...stamp, kind: z.literal("knockOutConfirmed"), note: z.string().max(2000) }),
  z.object({ ...stamp, kind: z.literal("knockOutOverruled"), reason }),
  z.object({
    ...stamp,
    kind: z.literal("screenBegun"),
    criteria: z.array(screenCriterionSchema).min(1).max(200),
    /** How many independent reviews are waited for before anybody reads another's. */
    wanted: z.int().min(1).max(9),
  }),
  z.object({ ...stamp, kind: z.literal("reviewed"), review: resumeReviewSchema }),
  z.object({ ...stamp, kind: z.literal("advanced"), reason: z.string().max(2000) }),
  z.object({ ...stamp, kind: z.literal("held"), reason }),
  z.object({ ...stamp, kind: z.literal("archived"), cause: z.enum(archiveCauses), reason }),
  z.object({ ...stamp, kind: z.literal("resumed"), reason }),
  z.object({ ...stamp, kind: z.literal("loopPlanned"), loopId: loopIdSchema }),
  z.object({ ...stamp, kind: z.literal("decided"), loopId: loopIdSchema }),
  /** The loop was cancelled, or ended because the candidate withdrew: there is none any more. */
  z.object({ ...stamp, kind: z.literal("loopEnded"), loopId: loopIdSchema }),
  /** Somebody applied on a laptop: consent, answers and clips as they were given. */
  z.object({ ...stamp, kind: z.literal("taken"), taken: takenApplicationSchema }),
  z.object({ ...stamp, kind: z.literal("documentKept"), document: keptDocumentSchema }),
  z.object({ ...stamp, kind: z.literal("documentRemoved"), hash: hashSchema }),
  /** A clip is not kept any more; what was said about it stays. */
  z.object({ ...stamp, kind: z.literal("recordingRemoved"), hash: hashSchema, reason }),
  /** What the answers are judged by, and who judges them: fixed for all reviewers. */
  z.object({
    ...stamp,
    kind: z.literal("videoReviewBegun"),
    items: z.array(videoItemSchema).min(1).max(100),
    scale: ratingScaleSchema,
    reviewers: z.array(reviewerSchema).min(1).max(9),
  }),
  z.object({ ...stamp, kind: z.literal("videoReviewed"), review: videoReviewSchema }),
  z.object({ ...stamp, kind: z.literal("videoReviewerExcused"), reviewer: reviewerSchema, reason }),
]);
export type ApplicationEvent = z.infer<typeof applicationEventSchema>;
export type ApplicationEventKind = ApplicationEvent["kind"];

/** A candidate's application for one role: what happened to it, in order. Version 2 of the stored shape; 1 had no video reviews. */
export const applicationSchema = z.object({
  id: applicationIdSchema,
  candidateId: candidateIdSchema,
  kitId: kitIdSchema,
  /** Only ever added to; the first one is `applied`. What the application is, is folded from it. */
  events: z.array(applicationEventSchema).min(1).max(2000),
  /** Readings in progress, at most one for each reviewer. */
  drafts: z.array(reviewDraftSchema).max(50),
  /** Video reviews in progress, at most one for each reviewer; absent where there was none. */
  videoDrafts: z.array(videoDraftSchema).max(9).optional(),
});
export type Application = z.infer<typeof applicationSchema>;
