import { columnLimit, rowLimit } from "./sheet";

const mergedRange =
  /<(?:[^\s<>/:]+:)?mergeCell\s[^<>]*?ref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)["']/g;

/** More ranges than a sheet that is read has cells are those of somebody who wants the window to stand still. */
const rangeLimit = rowLimit * columnLimit;

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
  const seen = new Set<string>();
  let ranges = 0;
  for (const [, letters = "", first = "", last = ""] of worksheet.matchAll(mergedRange)) {
    ranges += 1;
    if (ranges > rangeLimit) break;
    const place = `${letters}${Number(first)}`;
    // A cell begins one range: those that begin in it again say nothing new.
    if (seen.has(place)) continue;
    seen.add(place);
    const column = columnAt(letters);
    const said = filled[Number(first) - 1]?.[column] ?? "";
    if (said === "") continue;
    for (const row of filled.slice(Number(first), Number(last))) if (row[column] === "") row[column] = said;
  }
  return filled;
};
