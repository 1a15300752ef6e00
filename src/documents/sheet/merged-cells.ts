const mergedRange =
  /<(?:[^\s<>/:]+:)?mergeCell\s[^<>]*?ref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)["']/g;

const columnAt = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * The rows with what a merged cell says in every row it reaches over, as whoever reads the sheet sees it; a reader gives it
 * in the first alone. Columns to the right stay blank: one column holds one thing. `worksheet` is the part in XML.
 */
export const withMergedCells = (
  rows: readonly (readonly string[])[],
  worksheet: string,
): readonly (readonly string[])[] => {
  const filled = rows.map((row) => [...row]);
  for (const [, letters = "", first = "", last = ""] of worksheet.matchAll(mergedRange)) {
    const column = columnAt(letters);
    const said = filled[Number(first) - 1]?.[column] ?? "";
    if (said === "") continue;
    for (const row of filled.slice(Number(first), Number(last))) if (row[column] === "") row[column] = said;
  }
  return filled;
};
