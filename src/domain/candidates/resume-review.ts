import { z } from "zod";
import { kitItemIdSchema, timestampSchema } from "../ids";

/** What a resume shows of one criterion. `notVisible` is an absence: the resume does not say. */
export const criterionMarks = ["met", "partly", "notMet", "notVisible"] as const;
export type CriterionMark = (typeof criterionMarks)[number];

/** A criterion as it was when the screening of an application began; later edits of the kit do not touch it. */
export const screenCriterionSchema = z.object({ id: kitItemIdSchema, text: z.string().min(1).max(2000) });
export type ScreenCriterion = z.infer<typeof screenCriterionSchema>;

export const markedCriterionSchema = z.object({
  criterionId: kitItemIdSchema,
  mark: z.enum(criterionMarks),
  /** Where the resume shows it, in one line; may be empty. */
  evidence: z.string().max(500),
});
export type MarkedCriterion = z.infer<typeof markedCriterionSchema>;

/** Who reviews; the same person under another spelling of letters and blanks is the same reviewer. */
export const reviewerSchema = z.string().trim().min(1).max(200);

/** One person's reading of a resume. Once it is in, it is not changed. */
export const resumeReviewSchema = z.object({
  reviewer: reviewerSchema,
  marks: z.array(markedCriterionSchema),
  at: timestampSchema,
  /** False where the others' reviews could be read before this one was in. */
  independent: z.boolean(),
});
export type ResumeReview = z.infer<typeof resumeReviewSchema>;

/** A reading in progress; nobody else is shown it. */
export const reviewDraftSchema = z.object({
  reviewer: reviewerSchema,
  marks: z.array(markedCriterionSchema),
});
export type ReviewDraft = z.infer<typeof reviewDraftSchema>;

/** Whether two names are one reviewer's. */
export const isSameReviewer = (one: string, other: string): boolean => plainName(one) === plainName(other);

const plainName = (name: string): string => name.trim().replace(/\s+/g, " ").normalize("NFC").toLowerCase();

/** The marks with one criterion marked; marking it again replaces what was there. */
export const withMark = (
  marks: readonly MarkedCriterion[],
  changed: MarkedCriterion,
): readonly MarkedCriterion[] => {
  const known = marks.some(({ criterionId }) => criterionId === changed.criterionId);
  if (!known) return [...marks, changed];
  return marks.map((one) => (one.criterionId === changed.criterionId ? changed : one));
};

/** The criteria that a reviewer has not marked yet, in their order. */
export const unmarked = (
  criteria: readonly ScreenCriterion[],
  marks: readonly MarkedCriterion[],
): readonly ScreenCriterion[] =>
  criteria.filter(({ id }) => !marks.some(({ criterionId }) => criterionId === id));

/** What the reviewers marked on one criterion. */
export interface CriterionComparison {
  readonly criterion: ScreenCriterion;
  readonly marks: readonly {
    readonly reviewer: string;
    readonly mark: CriterionMark;
    readonly evidence: string;
  }[];
  /** Everybody marked the same. With fewer than two marks there is nothing to agree on: null. */
  readonly agreed: boolean | null;
}

/** The independent reviews side by side, criterion by criterion. */
export const compareReviews = (
  criteria: readonly ScreenCriterion[],
  reviews: readonly ResumeReview[],
): readonly CriterionComparison[] =>
  criteria.map((criterion) => {
    const marks = reviews
      .filter(({ independent }) => independent)
      .flatMap(({ reviewer, marks }) =>
        marks
          .filter(({ criterionId }) => criterionId === criterion.id)
          .map(({ mark, evidence }) => ({ reviewer, mark, evidence })),
      );
    const agreed = marks.length < 2 ? null : marks.every(({ mark }) => mark === marks[0]?.mark);
    return { criterion, marks, agreed };
  });

/** On how many of the criteria that at least two marked the reviewers agree. */
export const agreementOf = (
  compared: readonly CriterionComparison[],
): { readonly same: number; readonly of: number } => ({
  same: compared.filter(({ agreed }) => agreed === true).length,
  of: compared.filter(({ agreed }) => agreed !== null).length,
});
