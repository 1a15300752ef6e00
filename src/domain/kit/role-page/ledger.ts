import type { Line } from "./lines";
import type { Item, Span } from "./spans";

/** Where a line went: into the kit, read as heading or figure, set aside as furniture, or nowhere. */
export type Fate = "kit" | "structure" | "furniture" | "unplaced";

export interface LineNote {
  readonly line: number;
  readonly text: string;
}

/**
 * Remembers for every line where it went. Text reaches the kit only through `take`, so a line that nobody
 * took stays unplaced: forgetting one is impossible, losing one shows.
 */
export interface Ledger {
  /** The text of a span; its line now counts as used in the kit. */
  take(span: Span): string;
  /** The text of an item, its lines joined by a space. */
  takeItem(item: Item): string;
  /** A heading, a label or a count that was understood. */
  structure(line: Line): void;
  /** Something a page shows around its content, set aside on purpose. */
  furniture(line: Line): void;
  /** A piece that found no place on a line whose rest did. */
  leave(span: Span): void;
  fateOf(line: Line): Fate;
  /** The lines of one fate in page order; pieces left over count as unplaced. */
  listed(fate: Fate): readonly LineNote[];
}

const noteOf = (line: Line, text: string): LineNote => ({ line: line.number, text });

/** An empty ledger for the non-blank lines of one page. */
export const openLedger = (lines: readonly Line[]): Ledger => {
  const fates = new Map<number, Fate>();
  const left: LineNote[] = [];
  const fateOf = (line: Line): Fate => fates.get(line.number) ?? "unplaced";
  const mark = (line: Line, fate: Fate): void => {
    if (fates.get(line.number) !== "kit") fates.set(line.number, fate);
  };
  const take = (span: Span): string => {
    mark(span.line, "kit");
    return span.text;
  };
  const whole = (fate: Fate): readonly LineNote[] =>
    lines.filter((line) => fateOf(line) === fate).map((line) => noteOf(line, line.text || line.raw));
  return {
    take,
    takeItem: (item) => item.map(take).join(" "),
    structure: (line) => mark(line, "structure"),
    furniture: (line) => mark(line, "furniture"),
    leave: (span) => {
      left.push(noteOf(span.line, span.text));
    },
    fateOf,
    listed: (fate) =>
      fate === "unplaced" ? [...whole(fate), ...left].sort((a, b) => a.line - b.line) : whole(fate),
  };
};
