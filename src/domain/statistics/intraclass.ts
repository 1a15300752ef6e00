import { meanOf, squaresAround } from "./describe";

/**
 * Intraclass correlations by Shrout & Fleiss (1979): the first number names the model (1 other raters per row, 2 a
 * sample of raters, 3 these raters), the second whether one rating (`single`) or the mean of all (`mean`) is meant. Null
 * where the ratings do not vary enough to divide by.
 */
export interface Intraclass {
  readonly oneWay: { readonly single: number | null; readonly mean: number | null };
  readonly twoWayRandom: { readonly single: number | null; readonly mean: number | null };
  readonly twoWayFixed: { readonly single: number | null; readonly mean: number | null };
}

const quotient = (above: number, below: number): number | null => (below === 0 ? null : above / below);

const meanSquares = (rows: readonly (readonly number[])[], raters: number) => {
  const mean = (values: readonly number[]): number => meanOf(values) ?? 0;
  const columns = Array.from({ length: raters }, (_, rater) => rows.map((row) => row[rater] ?? 0));
  const grand = mean(rows.flat());
  const total = squaresAround(rows.flat(), grand);
  const between = raters * squaresAround(rows.map(mean), grand);
  const byRater = rows.length * squaresAround(columns.map(mean), grand);
  const degrees = rows.length - 1;
  return {
    rows: between / degrees,
    raters: byRater / (raters - 1),
    error: (total - between - byRater) / (degrees * (raters - 1)),
    within: (total - between) / (rows.length * (raters - 1)),
  };
};

/**
 * From rows (what was rated) by columns (who rated), nothing missing. Null of fewer than two rows or two raters; rows of
 * different length are a bug.
 */
export const intraclass = (rows: readonly (readonly number[])[]): Intraclass | null => {
  const raters = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== raters)) throw new Error("a row of ratings has a gap");
  if (rows.length < 2 || raters < 2) return null;
  const square = meanSquares(rows, raters);
  const byChance = (square.raters - square.error) / rows.length;
  return {
    oneWay: {
      single: quotient(square.rows - square.within, square.rows + (raters - 1) * square.within),
      mean: quotient(square.rows - square.within, square.rows),
    },
    twoWayRandom: {
      single: quotient(
        square.rows - square.error,
        square.rows + (raters - 1) * square.error + raters * byChance,
      ),
      mean: quotient(square.rows - square.error, square.rows + byChance),
    },
    twoWayFixed: {
      single: quotient(square.rows - square.error, square.rows + (raters - 1) * square.error),
      mean: quotient(square.rows - square.error, square.rows),
    },
  };
};
