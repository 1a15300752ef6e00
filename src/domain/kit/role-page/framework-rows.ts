import { endsSentence, isBelow, isLong, isSpaced, type Line, startsLower } from "./lines";
import { type Item, type Span, wholeOf, wordsOf } from "./spans";

/** One competency of the table: its name and its cells, first level first; null for an empty cell. */
export interface Row {
  readonly name: Item;
  readonly cells: readonly (Item | null)[];
}

/** A name or a cell: one paragraph of the table, or a sign that stands for an empty cell. */
type Unit = Item;

const longestName = 100;

const isEmptySign = (unit: Unit): boolean => unit.length === 1 && unit[0]?.line.symbolsOnly === true;

const looksLikeName = (unit: Unit): boolean => {
  const words = wordsOf(unit);
  const bulleted = unit[0]?.line.marker === "bullet";
  return !isEmptySign(unit) && !bulleted && words.length <= longestName && !endsSentence(words);
};

const continues = (last: Span | undefined, line: Line, spaced: boolean): boolean => {
  if (last === undefined || !isBelow(last.line, line) || line.marker !== null) return false;
  if (startsLower(line.text)) return !endsSentence(last.text);
  return spaced && isLong(last.text);
};

/** Joins wrapped lines: what remains is one unit per name and one per cell. */
export const toUnits = (lines: readonly Line[]): readonly Unit[] => {
  const spaced = isSpaced(lines);
  const units: Span[][] = [];
  for (const line of lines) {
    const open = units[units.length - 1];
    if (open !== undefined && continues(open[open.length - 1], line, spaced)) open.push(wholeOf(line));
    else units.push([wholeOf(line)]);
  }
  return units;
};

const runs = (named: readonly boolean[]): number[] => {
  const lengths: number[] = [];
  for (const isName of named) {
    if (isName) lengths.push(0);
    else if (lengths.length > 0) lengths[lengths.length - 1] = (lengths[lengths.length - 1] ?? 0) + 1;
  }
  return lengths.filter((length) => length > 0);
};

/** The most frequent run of cells, and how often it stands. */
const mostCommon = (values: readonly number[]): readonly [number, number] | null => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best ?? null;
};

/** What tells how many cells a row has. */
export interface CellEvidence {
  /** Names read from the head. */
  readonly names: number;
  /** Whether the page kept the names apart itself, so that their number is certain. */
  readonly apart: boolean;
  /** "4 competencies". */
  readonly announced: number | null;
}

const byAnnouncement = (units: number, announced: number | null): number | null =>
  announced !== null && announced > 0 && units % announced === 0 && units / announced > 1
    ? units / announced - 1
    : null;

const mostLevels = 12;

/* One row alone may have a stray paragraph too many; one paragraph too few is a name cut in two. */
const shapeOf = (units: readonly Unit[], names: number): number | null => {
  const best = mostCommon(runs(units.map(looksLikeName)));
  if (best === null || best[0] > mostLevels) return null;
  return best[1] > 1 || names === 0 || best[0] < names ? best[0] : null;
};

/** How many cells each row has: as the head says, unless the paragraphs under it agree on another number. */
export const cellsPerRow = (units: readonly Unit[], evidence: CellEvidence): number => {
  const { names, apart, announced } = evidence;
  const shape = shapeOf(units, names);
  const counted = byAnnouncement(units.length, announced);
  if (apart || names === shape || names === counted) return names;
  if (shape !== null) return shape;
  if (names > 0 && units.length % (names + 1) === 0) return names;
  return counted !== null && counted <= mostLevels ? counted : Math.max(names, 1);
};

const runAfter = (named: readonly boolean[], start: number): number => {
  let end = start + 1;
  while (end < named.length && named[end] !== true) end += 1;
  return end - start - 1;
};

/** A row is whole where the next name stands right behind its cells, whatever the cells look like. */
const isWhole = (named: readonly boolean[], start: number, cells: number): boolean => {
  const next = start + cells + 1;
  return next === named.length || named[next] === true;
};

const cellOf = (unit: Unit): Item | null => (isEmptySign(unit) ? null : unit);

/** Groups units into rows. What belongs to no row is left out, and so stays unplaced. */
export const groupRows = (units: readonly Unit[], cells: number): readonly Row[] => {
  const named = units.map(looksLikeName);
  const rows: Row[] = [];
  let index = 0;
  while (index < units.length) {
    const name = units[index];
    const run = named[index] === true ? runAfter(named, index) : 0;
    const whole = named[index] === true && isWhole(named, index, cells);
    const taken = whole ? cells : Math.min(run, cells);
    if (name !== undefined && taken > 0)
      rows.push({ name, cells: units.slice(index + 1, index + 1 + taken).map(cellOf) });
    index += 1 + (whole ? cells : run);
  }
  return rows;
};

/** A row whose cells stand on one line, apart by tabs or bars; null where the line has no such parts. */
export const rowOnOneLine = (line: Line, parts: readonly string[]): Row | null => {
  const [name, ...cells] = parts;
  if (name === undefined || name === "" || cells.length === 0) return null;
  const span = (text: string): Item => [{ line, text }];
  return { name: span(name), cells: cells.map((cell) => (/[\p{L}\p{N}]/u.test(cell) ? span(cell) : null)) };
};
