import { z } from "zod";
import { type Rating, ratingSchema } from "../../card/card";
import {
  type IndicatorId,
  indicatorIdSchema,
  type KitItemId,
  kitItemIdSchema,
  questionIdSchema,
  timestampSchema,
} from "../../ids";
import { indicatorSchema } from "../../kit/kit";
import { reviewerSchema } from "../resume-review";

/** One answer that is judged, and by what: frozen when the review begins, so that later edits of the kit do not touch it. */
export const videoItemSchema = z.object({
  promptId: kitItemIdSchema,
  /** The prompt as the candidate read it. */
  prompt: z.string().min(1),
  /** When the answer was handed in; with `promptId` it says which answer is meant. */
  answeredAt: timestampSchema,
  /** The kit's question whose signs it is judged by; null where it is judged by the scale alone. */
  questionId: questionIdSchema.nullable(),
  /** The competency or attitude; empty without a question. */
  topic: z.string().max(500),
  /** What is asked for there; may be empty. */
  criteria: z.array(z.string().min(1)).max(20),
  positive: z.array(indicatorSchema).max(100),
  negative: z.array(indicatorSchema).max(100),
});
export type VideoItem = z.infer<typeof videoItemSchema>;

/** What a reviewer noted, at a second of the recording; null in a written answer, which has none. */
export const videoNoteSchema = z.object({
  seconds: z.number().nonnegative().max(7200).nullable(),
  text: z.string().max(500),
});
export type VideoNote = z.infer<typeof videoNoteSchema>;

const mostNotes = 200;

/** One reviewer's judgement of one answer. */
export const videoJudgementSchema = z.object({
  promptId: kitItemIdSchema,
  rating: ratingSchema,
  /** The signs that were seen. */
  signs: z.array(indicatorIdSchema).max(200),
  /** In the order of the recording. */
  notes: z.array(videoNoteSchema).max(mostNotes),
});
export type VideoJudgement = z.infer<typeof videoJudgementSchema>;

/** One person's review of all answers. Once it is in, it is not changed. */
export const videoReviewSchema = z.object({
  reviewer: reviewerSchema,
  at: timestampSchema,
  judgements: z.array(videoJudgementSchema).max(100),
});
export type VideoReview = z.infer<typeof videoReviewSchema>;

/** A review in progress; nobody else is shown it. */
export const videoDraftSchema = z.object({
  reviewer: reviewerSchema,
  judgements: z.array(videoJudgementSchema).max(100),
});
export type VideoDraft = z.infer<typeof videoDraftSchema>;

/** Nothing said of an answer yet. */
export const blankJudgement = (promptId: KitItemId): VideoJudgement => ({
  promptId,
  rating: { kind: "blank" },
  signs: [],
  notes: [],
});

/** What was said of an answer, blank where nothing was. */
export const judgementOf = (judgements: readonly VideoJudgement[], promptId: KitItemId): VideoJudgement =>
  judgements.find((one) => one.promptId === promptId) ?? blankJudgement(promptId);

/** The judgements with one of them changed. */
export const withJudgement = (
  judgements: readonly VideoJudgement[],
  changed: VideoJudgement,
): readonly VideoJudgement[] => [
  ...judgements.filter(({ promptId }) => promptId !== changed.promptId),
  changed,
];

/** The signs with one ticked, or no longer ticked where it was. */
export const withSign = (judgement: VideoJudgement, id: IndicatorId): VideoJudgement => ({
  ...judgement,
  signs: judgement.signs.includes(id)
    ? judgement.signs.filter((one) => one !== id)
    : [...judgement.signs, id],
});

const byTime = (one: VideoNote, other: VideoNote): number => (one.seconds ?? 0) - (other.seconds ?? 0);

/** A key that is held down adds no row of empty notes. */
const isEmptyTwice = (notes: readonly VideoNote[], { seconds, text }: VideoNote): boolean =>
  text === "" && notes.some((note) => note.text === "" && note.seconds === seconds);

/**
 * The notes with one more, in the order of the recording; of two at one time the earlier written stands first. Unchanged where
 * there are as many as are kept, and where the same empty note is there.
 */
export const withNote = (judgement: VideoJudgement, note: VideoNote): VideoJudgement =>
  judgement.notes.length >= mostNotes || isEmptyTwice(judgement.notes, note)
    ? judgement
    : { ...judgement, notes: [...judgement.notes, note].toSorted(byTime) };

/** The answers that a reviewer has neither rated nor said to be without enough to rate. */
export const unrated = (
  items: readonly VideoItem[],
  judgements: readonly VideoJudgement[],
): readonly VideoItem[] =>
  items.filter(({ promptId }) => judgementOf(judgements, promptId).rating.kind === "blank");

const sameRating = (one: Rating, other: Rating): boolean => {
  if (one.kind === "rated") return other.kind === "rated" && one.value === other.value;
  return one.kind === other.kind;
};

/** A sign with those who saw it. */
export interface ComparedSign {
  readonly id: IndicatorId;
  readonly text: string;
  readonly side: "positive" | "negative";
  readonly by: readonly string[];
  /** Everybody saw it or nobody did; null with fewer than two reviewers. */
  readonly agreed: boolean | null;
}

/** What the reviewers said of one answer. */
export interface VideoComparison {
  readonly item: VideoItem;
  readonly ratings: readonly { readonly reviewer: string; readonly rating: Rating }[];
  /** Everybody rated the same. With fewer than two reviews there is nothing to agree on: null. */
  readonly agreed: boolean | null;
  /** Those that somebody saw. */
  readonly signs: readonly ComparedSign[];
  readonly notes: readonly (VideoNote & { readonly reviewer: string })[];
}

const comparedSigns = (item: VideoItem, reviews: readonly VideoReview[]): readonly ComparedSign[] => {
  const side = (name: "positive" | "negative") => item[name].map((sign) => ({ ...sign, side: name }));
  return [...side("positive"), ...side("negative")]
    .map((sign) => {
      const by = reviews
        .filter(({ judgements }) => judgementOf(judgements, item.promptId).signs.includes(sign.id))
        .map(({ reviewer }) => reviewer);
      return { ...sign, by, agreed: reviews.length < 2 ? null : by.length === reviews.length };
    })
    .filter(({ by }) => by.length > 0);
};

const comparedOn = (item: VideoItem, reviews: readonly VideoReview[]): VideoComparison => {
  const ratings = reviews.map(({ reviewer, judgements }) => ({
    reviewer,
    rating: judgementOf(judgements, item.promptId).rating,
  }));
  const [first] = ratings;
  const agreed =
    first === undefined || ratings.length < 2
      ? null
      : ratings.every(({ rating }) => sameRating(rating, first.rating));
  const notes = reviews
    .flatMap(({ reviewer, judgements }) =>
      judgementOf(judgements, item.promptId).notes.map((note) => ({ ...note, reviewer })),
    )
    .toSorted(byTime);
  return { item, ratings, agreed, signs: comparedSigns(item, reviews), notes };
};

/** The reviews side by side, answer by answer, in the order in which they were asked. */
export const compareVideoReviews = (
  items: readonly VideoItem[],
  reviews: readonly VideoReview[],
): readonly VideoComparison[] => items.map((item) => comparedOn(item, reviews));
