import type { Exercise } from "../kit";
import { defaultExerciseScale, type RatingScale } from "../scale";
import { headingKey } from "./headings";
import type { ImportNote } from "./report";

/* Only the direction is needed: words that stand clearly at the lower or the upper end. */
const lower = /^(?:below|does not meet|poor|weak|unsatisfactory|needs improvement|insufficient)/;
const upper = /^(?:exceeds|outstanding|excellent|strong)/;

const keysOf = (labels: readonly string[]): Set<string> => new Set(labels.map(headingKey));

const labelsOf = (exercise: Exercise): string[] => {
  const seen = new Map<string, string>();
  for (const { label } of exercise.anchors)
    if (!seen.has(headingKey(label))) seen.set(headingKey(label), label);
  return [...seen.values()];
};

const isSubset = (labels: readonly string[], scale: RatingScale): boolean => {
  const keys = keysOf(scale.map((point) => point.label));
  return labels.every((label) => keys.has(headingKey(label)));
};

/** Lowest first: pages list the best first unless their words say otherwise. */
const lowestFirst = (labels: readonly string[]): string[] => {
  const first = headingKey(labels[0] ?? "");
  const last = headingKey(labels[labels.length - 1] ?? "");
  return lower.test(first) || upper.test(last) ? [...labels] : [...labels].reverse();
};

const toScale = (labels: readonly string[]): RatingScale =>
  lowestFirst(labels).map((label, index) => ({ value: index + 1, label, anchor: "" }));

const chooseScale = (exercises: readonly Exercise[]): RatingScale => {
  const lists = exercises.map(labelsOf);
  const own = lists.find(
    (labels) => labels.length >= 3 && labels.length <= 7 && !isSubset(labels, defaultExerciseScale),
  );
  return own === undefined ? defaultExerciseScale : toScale(own);
};

const withScaleLabels = (exercise: Exercise, scale: RatingScale): Exercise => {
  const labels = new Map(scale.map((point) => [headingKey(point.label), point.label]));
  const anchors = exercise.anchors.map((anchor) => ({
    ...anchor,
    label: labels.get(headingKey(anchor.label)) ?? anchor.label,
  }));
  return { ...exercise, anchors };
};

export interface ScaledExercises {
  readonly exercises: Exercise[];
  readonly scale: RatingScale;
  readonly notes: readonly ImportNote[];
}

/**
 * The scale that the exercises' anchors are matched to: the default one, or the labels of the first exercise
 * that has three to seven of its own. Labels get the scale's spelling; those it does not have are noted.
 */
export const scaleExercises = (exercises: readonly Exercise[]): ScaledExercises => {
  const scale = chooseScale(exercises);
  const others = exercises.filter((exercise) => !isSubset(labelsOf(exercise), scale));
  return {
    exercises: exercises.map((exercise) => withScaleLabels(exercise, scale)),
    scale: [...scale],
    notes: others.map((exercise) => ({
      type: "anchorLabelsDiffer",
      exercise: exercise.title,
      labels: labelsOf(exercise),
    })),
  };
};
