/**
 * The number that was typed, of what a number field tells: a text while it ends in a point or in zeros, or begins with one ("18.",
 * "7.50", "045"). Null where the field is empty, undefined where what stands there is no number yet ("-").
 */
export const typedNumber = (typed: number | string): number | null | undefined => {
  if (typed === "") return null;
  const value = Number(typed);
  return Number.isFinite(value) ? value : undefined;
};
