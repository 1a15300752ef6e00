import { addAll } from "./add-all";
import { counterOf, isFurniture } from "./furniture";
import type { FieldName } from "./headings";
import { type Label, labelOf } from "./labels";
import type { Ledger } from "./ledger";
import { endsSentence, isBelow, isLong, type Line, looksLikeHeading, startsLower } from "./lines";
import { bodyOf, type Item, type Span, wholeOf } from "./spans";

/**
 * How the lines under a label belong together: one line, paragraphs of running text, list items,
 * or lines that a reader of their own takes apart later.
 */
export type Shape = "line" | "prose" | "list" | "raw";

export interface FieldRule {
  readonly shape: Shape;
  /** Where unlabelled text goes on once this field is full; without it, text has no place. */
  readonly next?: FieldName;
  /** Labels that belong to the lines of a raw field and do not end it. */
  readonly inner?: ReadonlySet<FieldName>;
  /** A list in which some items have bullets and others, whole sentences, have none. */
  readonly mixed?: boolean;
  /** May stand more than once in a block. */
  readonly many?: boolean;
  /** Begins the next block where indicators were already listed in this one. */
  readonly opens?: boolean;
}

/** What may stand in a section whose content repeats: question after question, exercise after exercise. */
export interface BlockRules {
  readonly fields: Partial<Record<FieldName, FieldRule>>;
  /** Where unlabelled text at the start of a block goes. */
  readonly opening: FieldName | null;
  /** What a label means that the block already has. */
  readonly repeated: "nextBlock" | "sameBlock";
  /** Whether unlabelled text without a place begins the next block, on pages that do not number blocks. */
  readonly textOpens: boolean;
}

/** What stood under one label. */
export interface Entry {
  readonly field: FieldName;
  readonly level: Span | null;
  readonly label: Line | null;
  readonly items: readonly Item[];
}

export interface Block {
  readonly entries: readonly Entry[];
  /** The furniture inside the block; a recorder's clock tells a time limit. */
  readonly asides: readonly Line[];
}

/** The blocks of a section; `lead` is text before the first of numbered blocks, `total` what "1 of N" says. */
export interface Blocks {
  readonly lead: readonly Item[];
  readonly blocks: readonly Block[];
  readonly total: number | null;
}

interface OpenEntry extends Entry {
  readonly items: Span[][];
  /** Whether the list has bullets: then a line without one is no item of it. */
  marked: boolean;
}
interface OpenBlock {
  readonly entries: OpenEntry[];
  readonly asides: Line[];
}

const lastOf = <Value>(values: readonly Value[]): Value | undefined => values[values.length - 1];
const newBlock = (): OpenBlock => ({ entries: [], asides: [] });

/* Where blank lines part paragraphs, what follows without one belongs to the paragraph above. */
const continuesProse = (last: Span, line: Line, spaced: boolean): boolean =>
  isBelow(last.line, line) &&
  line.marker === null &&
  (startsLower(line.text) || (isLong(last.text) && (spaced || !endsSentence(last.text))));

/* The rest of a wrapped sentence is never a label, even if it is a single word that could be one. */
const isRestOf = (earlier: Line | null, line: Line): boolean =>
  earlier !== null &&
  isBelow(earlier, line) &&
  isLong(earlier.text) &&
  startsLower(line.text) &&
  !endsSentence(earlier.text);

const continuesItem = (item: readonly Span[], line: Line): boolean => {
  const first = item[0];
  const last = lastOf(item);
  if (first === undefined || last === undefined) return false;
  if (!isBelow(last.line, line) || line.marker !== null) return false;
  const { marker, indent } = first.line;
  if (marker !== null) return startsLower(line.text) || line.indent > indent;
  return startsLower(line.text) && !endsSentence(last.text);
};

/** Reads the body of one section; a fresh reader per section. */
class BlockReader {
  private readonly blocks: OpenBlock[] = [newBlock()];
  private readonly lead: Item[] = [];
  private current: OpenEntry | null = null;
  private atOpening = true;
  private total: number | null = null;
  private previous: Line | null = null;

  constructor(
    private readonly rules: BlockRules,
    private readonly ledger: Ledger,
    private readonly numbered: boolean,
    private readonly spaced: boolean,
  ) {}

  read(line: Line): void {
    const counter = counterOf(line);
    if (isFurniture(line)) this.aside(line);
    if (counter !== null) this.nextNumbered(counter.total);
    else if (!isFurniture(line)) this.content(line);
    this.previous = line;
  }

  result(): Blocks {
    const blocks = this.blocks.filter((block) => block.entries.length > 0);
    return { lead: this.lead, blocks, total: this.total };
  }

  private get block(): OpenBlock {
    return lastOf(this.blocks) ?? newBlock();
  }

  private aside(line: Line): void {
    this.ledger.furniture(line);
    this.block.asides.push(line);
  }

  private startBlock(): void {
    this.blocks.push(newBlock());
    this.current = null;
    this.atOpening = true;
  }

  private nextNumbered(total: number): void {
    this.total = Math.max(this.total ?? 0, total);
    const onlyText = this.block.entries.every((entry) => entry.label === null);
    if (this.blocks.length === 1 && onlyText) {
      for (const entry of this.block.entries.splice(0)) addAll(this.lead, entry.items);
    }
    this.startBlock();
  }

  private content(line: Line): void {
    const label = isRestOf(this.previous, line) ? null : labelOf(line);
    const rule = label === null ? undefined : this.rules.fields[label.field];
    if (label === null) this.text(line);
    else if (this.staysInside(label)) this.append(line);
    else if (rule !== undefined) this.labelled(line, label, rule);
    else if (label.rest !== null || this.expectsValue()) this.text(line);
    else this.lose();
  }

  private staysInside(label: Label): boolean {
    const { current } = this;
    return current !== null && (this.rules.fields[current.field]?.inner?.has(label.field) ?? false);
  }

  private expectsValue(): boolean {
    const field = this.current?.field ?? (this.atOpening ? this.rules.opening : null);
    if (field === null || (this.current?.items.length ?? 0) > 0) return false;
    return this.rules.fields[field]?.shape === "line";
  }

  private lose(): void {
    this.current = null;
    this.atOpening = false;
  }

  private labelled(line: Line, label: Label, rule: FieldRule): void {
    if (this.beginsNext(label, rule)) this.startBlock();
    this.open(label.field, line, label.level);
    if (label.rest === null) this.ledger.structure(line);
    else this.current?.items.push([label.rest]);
  }

  private beginsNext(label: Label, rule: FieldRule): boolean {
    const has = (field: FieldName): boolean => this.block.entries.some((entry) => entry.field === field);
    if (rule.opens === true && (has("positive") || has("negative"))) return true;
    return this.rules.repeated === "nextBlock" && rule.many !== true && has(label.field);
  }

  private open(field: FieldName, label: Line | null, level: Span | null): void {
    this.current = { field, label, level, items: [], marked: false };
    this.block.entries.push(this.current);
    this.atOpening = false;
  }

  private text(line: Line): void {
    if (this.current === null && this.atOpening && this.rules.opening !== null)
      this.open(this.rules.opening, null, null);
    if (this.current === null) return;
    this.append(line);
  }

  private append(line: Line): void {
    const { current } = this;
    const rule = current === null ? undefined : this.rules.fields[current.field];
    if (current === null || rule === undefined) return;
    if (rule.shape === "raw") current.items.push([wholeOf(line)]);
    else if (rule.shape === "line") this.appendLine(current, line, rule);
    else if (rule.shape === "prose") this.appendProse(current, line);
    else this.appendItem(current, line, rule);
  }

  private appendLine(entry: OpenEntry, line: Line, rule: FieldRule): void {
    if (entry.items.length === 0) entry.items.push([bodyOf(line)]);
    else if (rule.next !== undefined) {
      this.open(rule.next, null, null);
      this.append(line);
    } else this.overflow(line);
  }

  private appendProse(entry: OpenEntry, line: Line): void {
    const item = lastOf(entry.items);
    const last = item === undefined ? undefined : lastOf(item);
    if (item === undefined || last === undefined) entry.items.push([wholeOf(line)]);
    else if (continuesProse(last, line, this.spaced)) item.push(wholeOf(line));
    else if (endsSentence(last.text) && line.afterBlank && looksLikeHeading(line)) this.overflow(line);
    else entry.items.push([wholeOf(line)]);
  }

  private appendItem(entry: OpenEntry, line: Line, rule: FieldRule): void {
    const item = lastOf(entry.items);
    if (item !== undefined && continuesItem(item, line)) item.push(wholeOf(line));
    else if (entry.marked && line.marker === null && !(rule.mixed === true && endsSentence(line.text)))
      this.overflow(line);
    else {
      entry.items.push([bodyOf(line)]);
      entry.marked ||= line.marker !== null;
    }
  }

  /** Text that fits nowhere: a list passes over a stray line and goes on, anything else ends what was open. */
  private overflow(line: Line): void {
    const opensNext = this.rules.textOpens && !this.numbered && (line.afterBlank || !this.spaced);
    if (opensNext) {
      this.startBlock();
      this.text(line);
    } else if (!this.isStray(line)) this.lose();
  }

  private isStray(line: Line): boolean {
    const shape = this.current === null ? undefined : this.rules.fields[this.current.field]?.shape;
    return shape === "list" && (!looksLikeHeading(line) || (this.spaced && !line.afterBlank));
  }
}

/** Sorts the lines of a section into blocks of labelled fields. Lines without a place stay with nobody. */
export const readBlocks = (body: readonly Line[], rules: BlockRules, ledger: Ledger): Blocks => {
  const reader = new BlockReader(
    rules,
    ledger,
    body.some((line) => counterOf(line) !== null),
    body.slice(1).some((line) => line.afterBlank),
  );
  for (const line of body) reader.read(line);
  return reader.result();
};

/** The items under a field, over all its labels in the block. */
export const itemsOf = (block: Block, field: FieldName): readonly Item[] =>
  block.entries.filter((entry) => entry.field === field).flatMap((entry) => entry.items);

/** The first item under a field, or undefined. */
export const firstOf = (block: Block, field: FieldName): Item | undefined => itemsOf(block, field)[0];

/** The texts of items, which count as used in the kit from here on. */
export const takeAll = (ledger: Ledger, items: readonly Item[]): string[] => items.map(ledger.takeItem);

/** Items as one running text, paragraphs apart by a blank line. */
export const takeProse = (ledger: Ledger, items: readonly Item[]): string =>
  takeAll(ledger, items).join("\n\n");
