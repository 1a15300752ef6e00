import type { Context } from "./context";
import { type CellEvidence, cellsPerRow, groupRows, type Row, rowOnOneLine, toUnits } from "./framework-rows";
import { isFurniture } from "./furniture";
import { readParagraphs } from "./intros";
import { fitNames, headerNames, isFirstColumn, isLevelName } from "./level-names";
import { endsSentence, type Line, visibleText } from "./lines";
import type { Section } from "./sections";
import { bodyOf, type Item, type Span } from "./spans";

/** One discipline's table. */
export interface FrameworkTable {
  readonly discipline: Span | null;
  readonly announced: number | null;
  /** Level names, lowest first. */
  readonly levels: readonly string[];
  readonly rows: readonly Row[];
}

export interface Framework {
  readonly lead: readonly Item[];
  readonly tables: readonly FrameworkTable[];
}

interface OpenTable {
  discipline: Line | null;
  announced: number | null;
  header: { line: Line | null; names: string[]; apart: boolean } | null;
  readonly body: Line[];
}

const countLine = /^(\d{1,6}) ?competenc(?:y|ies)$/i;

const countOf = (line: Line): number | null => {
  const match = countLine.exec(line.text);
  return match === null ? null : Number(match[1]);
};

const newTable = (discipline: Line | null): OpenTable => ({
  discipline,
  announced: null,
  header: null,
  body: [],
});

const looksLikeName = (line: Line): boolean =>
  line.marker !== "bullet" && !line.symbolsOnly && line.text.length <= 120 && !endsSentence(line.text);

/** Walks once over the section and cuts it where a count or a header row begins a table. */
class FrameworkReader {
  readonly lead: Line[] = [];
  readonly tables: OpenTable[] = [];
  private takesLevelLines = false;

  constructor(
    private readonly context: Context,
    private readonly known: ReadonlySet<string>,
  ) {}

  read(line: Line): void {
    const count = countOf(line);
    const header = headerNames(line.raw, line.text, this.known);
    if (count !== null) this.counted(line, count);
    else if (header !== null) this.headed(line, [...header.names], header.apart);
    else if (isFirstColumn(line.text)) this.headed(line, [], true);
    else if (this.takesLevelLines && isLevelName(line.text, this.known)) this.levelLine(line);
    else this.content(line);
  }

  private get open(): OpenTable | undefined {
    return this.tables[this.tables.length - 1];
  }

  /** The discipline is the name right above; a sentence there is a cell, and stays one. */
  private begin(): OpenTable {
    const above = this.open?.body ?? this.lead;
    const last = above[above.length - 1];
    const discipline = last !== undefined && looksLikeName(last) ? last : null;
    if (discipline !== null) above.pop();
    const table = newTable(discipline);
    this.tables.push(table);
    return table;
  }

  private counted(line: Line, count: number): void {
    this.context.ledger.structure(line);
    this.begin().announced = count;
    this.takesLevelLines = false;
  }

  private headed(line: Line, names: string[], apart: boolean): void {
    const { open } = this;
    const waits = open !== undefined && open.header === null && open.body.length === 0;
    const table = waits ? open : this.begin();
    this.context.ledger.structure(line);
    table.header = { line, names, apart };
    this.takesLevelLines = names.length === 0;
  }

  private levelLine(line: Line): void {
    this.context.ledger.structure(line);
    this.open?.header?.names.push(line.text);
  }

  /** A dash alone is furniture and stands for an empty cell all the same. */
  private content(line: Line): void {
    this.takesLevelLines = false;
    const aside = isFurniture(line);
    if (aside) this.context.ledger.furniture(line);
    if (aside && !(line.symbolsOnly && line.text.length <= 2)) return;
    if (this.open !== undefined) this.open.body.push(line);
    else if (!aside) this.lead.push(line);
  }
}

const partsOf = (line: Line): string[] =>
  line.raw
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/\t|\|/)
    .map(visibleText);

const onOneLine = (lines: readonly Line[]): boolean => {
  const parted = lines.filter((line) => partsOf(line).length > 1).length;
  return parted > 0 && parted * 2 >= lines.length;
};

interface RowsAndLevels {
  readonly rows: readonly Row[];
  readonly levels: readonly string[];
}

const rowsOf = (table: OpenTable, before: readonly string[], known: ReadonlySet<string>): RowsAndLevels => {
  const names = table.header?.names ?? before;
  const { body } = table;
  if (onOneLine(body)) {
    const rows = body.flatMap((line) => rowOnOneLine(line, partsOf(line)) ?? []);
    const widest = rows.reduce((most, row) => Math.max(most, row.cells.length), 1);
    return { rows, levels: table.header?.apart === true ? names : fitNames(names, widest, known) };
  }
  const apart = table.header === null ? before.length > 0 : table.header.apart && names.length > 0;
  const evidence: CellEvidence = { names: names.length, apart, announced: table.announced };
  const units = toUnits(body);
  const cells = units.length === 0 ? Math.max(names.length, 1) : cellsPerRow(units, evidence);
  return { rows: groupRows(units, cells), levels: fitNames(names, cells, known) };
};

const noteGuess = (table: OpenTable, levels: readonly string[], { notes }: Context): void => {
  const names = table.header?.names ?? [];
  const line = table.header?.line ?? table.discipline;
  if (levels.join("\n") === names.join("\n") || table.header === null || line === null) return;
  notes.push({ type: "levelNamesGuessed", line: line.number, header: line.text, names: [...levels] });
};

const toTables = (
  reader: FrameworkReader,
  known: ReadonlySet<string>,
  context: Context,
): FrameworkTable[] => {
  let before: readonly string[] = [];
  return reader.tables.map((table) => {
    const { rows, levels } = rowsOf(table, before, known);
    noteGuess(table, levels, context);
    before = levels;
    const discipline = table.discipline === null ? null : bodyOf(table.discipline);
    return { discipline, announced: table.announced, levels, rows };
  });
};

/**
 * Reads the progression framework. `known` holds the keys of levels named elsewhere on the page, which help
 * where the header row runs its names together.
 */
export const readFramework = (section: Section, known: ReadonlySet<string>, context: Context): Framework => {
  const reader = new FrameworkReader(context, known);
  for (const line of section.body) reader.read(line);
  return { lead: readParagraphs(reader.lead, context), tables: toTables(reader, known, context) };
};
