import { z } from "zod";

/** One point of a rating scale: the digit, its name, and the text that says what the rating means. */
export const scalePointSchema = z.object({
  value: z.int().min(1).max(7),
  label: z.string().min(1),
  anchor: z.string(),
});
export type ScalePoint = z.infer<typeof scalePointSchema>;

/** A rating scale of 3 to 7 points, numbered from 1 without gaps, lowest first. */
export const ratingScaleSchema = z
  .array(scalePointSchema)
  .min(3)
  .max(7)
  .refine((points) => points.every((point, index) => point.value === index + 1), {
    message: "points are numbered from 1 without gaps",
  });
export type RatingScale = z.infer<typeof ratingScaleSchema>;

/** What a question is rated on where the kit says nothing else. */
export const defaultQuestionScale: RatingScale = [
  { value: 1, label: "Below", anchor: "Little or no sign of what the level asks for." },
  { value: 2, label: "Partly meets", anchor: "Some signs, with gaps that matter at this level." },
  { value: 3, label: "Meets", anchor: "What the level asks for, shown with an own example." },
  { value: 4, label: "Exceeds", anchor: "More than the level asks for, and would do it again." },
];

/** What an exercise is rated on; its anchors come from the exercise itself. */
export const defaultExerciseScale: RatingScale = [
  { value: 1, label: "Below", anchor: "" },
  { value: 2, label: "Meets", anchor: "" },
  { value: 3, label: "Exceeds", anchor: "" },
];

/** Four calls without a middle, so that nobody can sit on the fence; "no decision" is a separate answer. */
export const overallCalls = ["strongNo", "no", "yes", "strongYes"] as const;
export const overallCallSchema = z.enum(overallCalls);
export type OverallCall = z.infer<typeof overallCallSchema>;
