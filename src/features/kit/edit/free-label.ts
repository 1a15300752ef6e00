import type { Kit } from "../../../domain/kit/kit";

/** A name for a new point that no point and no anchor of the kit has. */
export const freeLabel = (kit: Kit, named: (number: number) => string): string => {
  const anchors = kit.exercises.flatMap((exercise) => exercise.anchors);
  const labels = [...kit.questionScale, ...kit.exerciseScale, ...anchors].map(({ label }) =>
    label.trim().toLowerCase(),
  );
  let number = 1;
  while (labels.includes(named(number).toLowerCase())) number += 1;
  return named(number);
};
