import { diffArrays } from "diff";

/** A piece of a text; `isSame` where both texts have it. */
export interface WordRun {
  readonly text: string;
  readonly isSame: boolean;
}

export interface WordDifferences {
  readonly before: readonly WordRun[];
  readonly after: readonly WordRun[];
}

/** Words with the blanks behind them, so that the pieces put together are the text. */
const wordsOf = (text: string): string[] => [...(text.match(/\s*\S+\s*?(?=\s|$)|\s+$/gu) ?? [])];

/** Texts that differ in more words are shown as changed altogether: nobody reads single marks then. */
const mostEdits = 2000;

/** Words are the same whatever blanks stand around them. */
const comparator = (one: string, other: string): boolean => one.trim() === other.trim();

/** The next words of a side as one piece; none where there are none. */
const take = (words: readonly string[], from: number, count: number, isSame: boolean): readonly WordRun[] =>
  count === 0 ? [] : [{ text: words.slice(from, from + count).join(""), isSame }];

/** Which words two texts share, in order, and which only one of them has. The pieces of each side put together are its text. */
export const wordDifferences = (before: string, after: string): WordDifferences => {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  const changes = diffArrays(one, other, { comparator, maxEditLength: mostEdits });
  if (changes === undefined)
    return { before: take(one, 0, one.length, false), after: take(other, 0, other.length, false) };
  const found: { before: WordRun[]; after: WordRun[] } = { before: [], after: [] };
  let [row, column] = [0, 0];
  for (const { added, removed, count } of changes) {
    // What both have is spelt on each side as it stands there.
    if (!added) found.before.push(...take(one, row, count, !removed));
    if (!removed) found.after.push(...take(other, column, count, !added));
    if (!added) row += count;
    if (!removed) column += count;
  }
  return found;
};
