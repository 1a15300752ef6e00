import { meanOf, medianOf, sampleVariance } from "./describe";

/**
 * Within-group agreement on one item (James, Demaree & Wolf 1984): `1 - s² / ((A² - 1) / 12)` with the sample variance
 * s² and A scale points; 1 is full agreement, 0 is what chance alone would give. May be negative; a reader prints that as
 * 0. Null of fewer than two ratings. For items with three raters or more on four points or more: below that single steps
 * dominate it.
 */
export const withinGroup = (ratings: readonly number[], points: number): number | null => {
  const variance = sampleVariance(ratings);
  return variance === null ? null : 1 - variance / ((points ** 2 - 1) / 12);
};

/** Mean distance from the median, in scale steps (Burke & Dunlap 2002); null of nothing. */
export const averageDeviation = (ratings: readonly number[]): number | null => {
  const median = medianOf(ratings);
  return median === null ? null : meanOf(ratings.map((rating) => Math.abs(rating - median)));
};

/** Agreement by average deviation: at most a sixth of the scale's points (Burke & Dunlap 2002). */
export const agreesByDeviation = (deviation: number, points: number): boolean => deviation <= points / 6;
