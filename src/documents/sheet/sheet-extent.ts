/** How far a table with texts reaches, from its first cell on. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** The last row there is in a spreadsheet (ECMA-376; Excel's own limit). */
const lastRow = 1_048_576;

const cellStart = /<(?:[^\s<>/:]+:)?c(?=[\s>/])/;
const places = /[\s:]r\s*=\s*["']([^"']*)["']/g;
const holdsText = /<(?:[^\s<>/:]+:)?(?:v|is)[\s>/]/;
const unnumberedRow = /<(?:[^\s<>/:]+:)?row(?=[\s>/])(?![^<>]*[\s:]r\s*=)/g;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

interface Place {
  readonly row: number;
  /** 0 where it is a row's place. */
  readonly column: number;
}

/** A cell's place or a row's; nothing where no reader takes it for one, null where a lenient reader might. */
const placesIn = (written: string): readonly (Place | null)[] => {
  const [, letters = "", number = ""] = /^(\D*)(\d.*)$/.exec(written) ?? [];
  if (!written.includes("&") && (number === "" || Number.isNaN(Number(number)))) return [];
  const row = Number(number);
  const sound = /^[A-Z]{0,3}$/.test(letters) && /^\d+$/.test(number) && row <= lastRow;
  return [sound ? { row, column: columnOf(letters) } : null];
};

/**
 * How far the texts of a worksheet part reach, or null where it has a place that no spreadsheet has. Readers lay out all
 * cells up to the farthest, so a workbook of 1.5 KB may fill the memory: this is asked before. It reads no XML, only the
 * text from each cell's beginning to the next, and may count too much where somebody hides cells, never too little.
 */
export const extentOf = (worksheet: string): Extent | null => {
  let current = 0;
  let rows = worksheet.match(unnumberedRow)?.length ?? 0;
  let columns = 0;
  for (const piece of worksheet.split(cellStart)) {
    const found = [...piece.matchAll(places)].flatMap(([, written = ""]) => placesIn(written));
    if (found.includes(null)) return null;
    const cells = found.flatMap((place) => (place === null || place.column === 0 ? [] : [place]));
    if (holdsText.test(piece)) {
      rows = Math.max(rows, current, ...cells.map(({ row }) => row));
      columns = Math.max(columns, ...cells.map(({ column }) => column));
    }
    current = found.findLast((place) => place?.column === 0)?.row ?? current;
  }
  return { rows, columns };
};

/** The rows without the blank columns at their right. */
export const withoutBlankColumns = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const width = rows.reduce(
    (widest, row) => Math.max(widest, row.findLastIndex((cell) => cell.trim() !== "") + 1),
    0,
  );
  return rows.map((row) => (row.length > width ? row.slice(0, width) : row));
};
