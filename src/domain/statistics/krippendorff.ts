/** What of the numbers counts: being equal, their order, or their distance. */
export type MeasurementLevel = "nominal" | "ordinal" | "interval";

/** The ratings of one unit, one place per rater; null where a rater did not rate it. */
export type RatedUnit = readonly (number | null)[];

type Distance = (left: number, right: number) => number;

const present = (unit: RatedUnit): readonly number[] => unit.filter((value) => value !== null);

const countsOf = (values: readonly number[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort(([left], [right]) => left - right));
};

/** The ordinal distance: how many ratings lie from one value to the other, each end by half, squared. */
const ordinalDistance = (counts: ReadonlyMap<number, number>): Distance => {
  const at = (value: number): number => counts.get(value) ?? 0;
  return (left, right) => {
    const [low, high] = left <= right ? [left, right] : [right, left];
    const between = [...counts].filter(([value]) => value >= low && value <= high);
    const ratings = between.reduce((sum, [, count]) => sum + count, 0);
    return (ratings - (at(low) + at(high)) / 2) ** 2;
  };
};

const distanceOf = (level: MeasurementLevel, counts: ReadonlyMap<number, number>): Distance => {
  if (level === "nominal") return (left, right) => Number(left !== right);
  if (level === "interval") return (left, right) => (left - right) ** 2;
  return ordinalDistance(counts);
};

/** Distances summed over all ordered pairs of different places. */
const summed = (values: readonly number[], distance: Distance): number =>
  values.reduce(
    (sum, left, index) =>
      sum +
      values.reduce((inner, right, other) => (other === index ? inner : inner + distance(left, right)), 0),
    0,
  );

/**
 * Krippendorff's alpha: `1 - observed / expected` disagreement, for any number of raters and with ratings missing
 * (Krippendorff, Content Analysis, 2004, chapter 11). Units with fewer than two ratings say nothing. Null where there is
 * nothing to compare, or where everybody gave one and the same value everywhere: then chance would agree as well.
 */
export const krippendorffAlpha = (units: readonly RatedUnit[], level: MeasurementLevel): number | null => {
  const pairable = units.map(present).filter((values) => values.length >= 2);
  const all = pairable.flat();
  if (all.length === 0) return null;
  const distance = distanceOf(level, countsOf(all));
  const observed =
    pairable.reduce((sum, values) => sum + summed(values, distance) / (values.length - 1), 0) / all.length;
  const expected = summed(all, distance) / (all.length * (all.length - 1));
  return expected === 0 ? null : 1 - observed / expected;
};
