/**
 * Ids for `count` notes and the new line below them: the natural numbers without those of lines that were taken out.
 * A note has no id of its own, and its place changes when a line above it goes away; the cursor must not.
 */
export const lineIds = (count: number, takenOut: readonly number[]): readonly number[] => {
  const ids: number[] = [];
  for (let id = 0; ids.length <= count; id += 1) {
    if (!takenOut.includes(id)) ids.push(id);
  }
  return ids;
};
