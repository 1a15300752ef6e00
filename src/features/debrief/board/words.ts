import { counted } from "../../../bindings/name-lists";
import { independentValues, type MatrixRow } from "../../../domain/debrief/matrix";
import type { Turn } from "../../../domain/debrief/speaking-order";

/** Why somebody speaks where they do. */
export const turnWords = ({ steps, isManager, isJunior }: Turn): string => {
  if (isManager) return "hiring manager: last, since others tend to follow";
  const junior = isJunior ? ", more junior by title" : "";
  if (steps === null) return `no independent rating to compare with${junior}`;
  if (steps === 0) return `on the median${junior}`;
  return `${counted(Math.round(steps * 10) / 10, "step")} from the median${junior}`;
};

/** How many independent people heard about an item; two are wanted. */
export const coverageWords = (row: MatrixRow): string => {
  const raters = independentValues(row).length;
  if (raters === 0) return "nobody";
  return raters === 1 ? "one rater" : counted(raters, "rater");
};

/** Seconds as "12:05". */
export const clockWords = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** "2:10 left of 6 min", "0:40 over 6 min". */
export const boxWords = (spentSeconds: number, minutes: number): string => {
  const left = minutes * 60 - spentSeconds;
  return left >= 0
    ? `${clockWords(left)} left of ${minutes} min`
    : `${clockWords(-left)} over ${minutes} min`;
};
