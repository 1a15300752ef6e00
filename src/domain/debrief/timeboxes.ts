/** Minutes of a debrief, of its beginning (what is missing, what is not independent) and of the decision at its end. */
export const meeting = { minutes: 45, opening: 5, decision: 10 } as const;

/**
 * Whole minutes for each thing to talk about, in their order: what is furthest apart gets most. `distances` are in scale
 * steps; one that is not known, or 0, counts as one step. Everything gets a minute at least, where there are more things
 * than minutes the first ones. They add up to what opening and decision leave of the meeting.
 */
export const timeboxes = (distances: readonly (number | null)[]): readonly number[] => {
  const left = meeting.minutes - meeting.opening - meeting.decision;
  const weights = distances.map((distance) => Math.max(1, distance ?? 1));
  const shares = weights.map((_, index) => Number(index < left));
  const rest = left - shares.reduce((sum, share) => sum + share, 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const exact = weights.map((weight) => (rest * weight) / total);
  const boxes = exact.map((minutes, index) => (shares[index] ?? 0) + Math.floor(minutes));
  let spare = left - boxes.reduce((sum, minutes) => sum + minutes, 0);
  const byRemainder = exact
    .map((minutes, index) => ({ index, remainder: minutes - Math.floor(minutes) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder) {
    if (spare <= 0) break;
    boxes[index] = (boxes[index] ?? 0) + 1;
    spare -= 1;
  }
  return boxes;
};
