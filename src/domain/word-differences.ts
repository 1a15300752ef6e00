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
const wordsOf = (text: string): readonly string[] => text.match(/\s*\S+\s*?(?=\s|$)|\s+$/gu) ?? [];

/** More words than any text of a kit has; beyond it the whole middle counts as changed. */
const mostCells = 4_000_000;

/** For every pair of ends how many words they have in common, in order (the table of the longest common subsequence). */
const commonLengths = (one: readonly string[], other: readonly string[]): readonly Uint32Array[] => {
  const table = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1));
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const below = table[row + 1];
      const here = table[row];
      if (here === undefined || below === undefined) continue;
      here[column] =
        one[row]?.trim() === other[column]?.trim()
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  return table;
};

/** Which words of each side the other has too. */
const commonWords = (one: readonly string[], other: readonly string[]) => {
  const kept = { one: new Set<number>(), other: new Set<number>() };
  if (one.length * other.length > mostCells) return kept;
  const table = commonLengths(one, other);
  for (let row = 0, column = 0; row < one.length && column < other.length; ) {
    if (one[row]?.trim() === other[column]?.trim()) {
      kept.one.add(row);
      kept.other.add(column);
      row += 1;
      column += 1;
    } else if ((table[row + 1]?.[column] ?? 0) >= (table[row]?.[column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return kept;
};

const runs = (words: readonly string[], kept: ReadonlySet<number>): readonly WordRun[] => {
  const found: WordRun[] = [];
  words.forEach((text, index) => {
    const isSame = kept.has(index);
    const last = found.at(-1);
    if (last?.isSame === isSame) found[found.length - 1] = { text: last.text + text, isSame };
    else found.push({ text, isSame });
  });
  return found;
};

/** Which words two texts share, in order, and which only one of them has. The pieces of each side put together are its text. */
export const wordDifferences = (before: string, after: string): WordDifferences => {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  const kept = commonWords(one, other);
  return { before: runs(one, kept.one), after: runs(other, kept.other) };
};
