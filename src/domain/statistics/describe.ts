/** The arithmetic mean; null of nothing. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The middle value, or the mean of the two in the middle; null of nothing. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((left, right) => left - right);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** Sum of squared distances from the mean; 0 of nothing. */
export const squaresAround = (values: readonly number[], centre: number): number =>
  values.reduce((sum, value) => sum + (value - centre) ** 2, 0);

/** Sample variance, divided by n - 1; null of fewer than two values. */
export const sampleVariance = (values: readonly number[]): number | null => {
  const mean = meanOf(values);
  return mean === null || values.length < 2 ? null : squaresAround(values, mean) / (values.length - 1);
};

/** Every two of the values once, in their order. */
export const pairsOf = <Value>(values: readonly Value[]): readonly (readonly [Value, Value])[] =>
  values.flatMap((left, index) => values.slice(index + 1).map((right) => [left, right] as const));
