import { listed } from "../../../bindings/name-lists";

/** "met: Ana and Ben · not met: Cleo". */
export const criterionLine = (met: readonly string[], notMet: readonly string[]): string =>
  [
    ...(met.length === 0 ? [] : [`met: ${listed(met)}`]),
    ...(notMet.length === 0 ? [] : [`not met: ${listed(notMet)}`]),
  ].join(" · ");

/** What an assessor thought of an answer. */
export const judgedWords = (correct: boolean | null): string => {
  if (correct === null) return "not judged";
  return correct ? "right" : "not right";
};
