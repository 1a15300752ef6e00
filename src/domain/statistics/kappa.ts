/** How much a disagreement weighs: every one the same, by its steps, or by its steps squared. */
export type KappaWeights = "unweighted" | "linear" | "quadratic";

const penalties: Record<KappaWeights, (steps: number) => number> = {
  unweighted: (steps) => Number(steps !== 0),
  linear: Math.abs,
  quadratic: (steps) => steps ** 2,
};

const meanPenalty = (
  pairs: readonly (readonly [number, number])[],
  penalty: (steps: number) => number,
): number => pairs.reduce((sum, [left, right]) => sum + penalty(left - right), 0) / pairs.length;

/**
 * Cohen's kappa of two raters over the same items, weighted (Cohen 1968): `1 - observed / expected` penalty. Null of
 * nothing, or where both gave one and the same value throughout.
 */
export const weightedKappa = (
  pairs: readonly (readonly [number, number])[],
  weights: KappaWeights,
): number | null => {
  if (pairs.length === 0) return null;
  const crossed = pairs.flatMap(([left]) => pairs.map(([, right]) => [left, right] as const));
  const expected = meanPenalty(crossed, penalties[weights]);
  return expected === 0 ? null : 1 - meanPenalty(pairs, penalties[weights]) / expected;
};
