import type { Matrix, MatrixRow } from "./matrix";

export interface WeightedTotal {
  /** 0 to 100, or null where no competency has a valid rating. */
  readonly total: number | null;
  /** Rated competencies by planned competencies, 0 to 1. Printed beside the total, always. */
  readonly coverage: number;
  readonly rated: number;
  readonly of: number;
}

type RatedRow = MatrixRow & { readonly mean: number };
const isRated = (row: MatrixRow): row is RatedRow => row.mean !== null;

/**
 * `100 * sum(w_c * (mean_c - 1) / (A_c - 1)) / sum(w_c)` over the competencies with at least one valid independent
 * rating, where A is the number of scale points. Exercises are ordinal on a scale of their own and stay out.
 */
export const weightedTotal = (matrix: Matrix): WeightedTotal => {
  const competencies = matrix.rows.filter((row) => row.item.kind === "competency" && row.weight > 0);
  const rated = competencies.filter(isRated);
  const weights = rated.reduce((sum, row) => sum + row.weight, 0);
  const points = rated.reduce((sum, row) => sum + (row.weight * (row.mean - 1)) / (row.points - 1), 0);
  return {
    total: weights === 0 ? null : (100 * points) / weights,
    coverage: competencies.length === 0 ? 0 : rated.length / competencies.length,
    rated: rated.length,
    of: competencies.length,
  };
};
