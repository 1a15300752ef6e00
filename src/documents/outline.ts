import type { Chart } from "./charts/chart";
import type { HeatStep } from "./charts/heat";

/**
 * A document before it is a file: what it says, in which order, with which structure. Made by pure functions from a
 * record; turned into bytes by `word/`. Nothing here knows Word.
 */
export interface Outline {
  readonly title: string;
  /** The document's subject, as file properties show it; nothing personal beyond the title. */
  readonly subject: string;
  /** BCP 47, "en-GB". */
  readonly language: string;
  /** Printed in every header: "Confidential". */
  readonly classification: string;
  /** Printed in every footer: the record's hash in short form; empty where the document is made before there is a record. */
  readonly recordHash: string;
  /**
   * When it was made, ISO 8601: the date in the file's properties. With it the same outline gives the same bytes, as long as
   * it has no anchors, which the renderer's library numbers anew each time.
   */
  readonly madeAt?: string;
  /** Dense: small letters and narrow margins, for a sheet that has to stay one page. */
  readonly density?: Density;
  /** Named values of the file's properties, by which the program recognises its own document. */
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  /** What stands on the first page, under the company's logo; a document without a cover has neither. */
  readonly cover: readonly Block[];
  readonly body: readonly Block[];
}

export type Density = "normal" | "dense";

/** A run of text inside a paragraph or a table cell. */
export type Inline =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly small?: boolean;
    }
  /** A link to the block that carries `anchor`. */
  | { readonly kind: "link"; readonly text: string; readonly anchor: string };

/** How a paragraph is meant; the look belongs to the renderer. */
export type ParagraphRole =
  | "body"
  /** Stands on the same page as what follows: a question above its rating, a rating above its evidence. */
  | "lead"
  | "coverKind"
  | "title"
  | "subtitle"
  | "quote"
  | "caption"
  | "small"
  /** Small, between a heading and what it is the heading of, on their page. */
  | "underHeading"
  | "notice";

export interface TableColumn {
  readonly title: string;
  /** Share of the table's width; shares need not add up to anything. */
  readonly share: number;
  readonly align?: "left" | "center" | "right";
}

/** Shading that repeats in colour what the text already says. */
export type CellTone = "plain" | "attention" | "muted";

export interface TableCell {
  readonly runs: readonly Inline[];
  readonly tone?: CellTone;
  /** Shade of a heat map, in place of a tone; the text says the value. */
  readonly heat?: HeatStep;
}

export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3;
      readonly text: string;
      /** Unique in the document; links point at it. */
      readonly anchor?: string;
      /** Starts on a new page. */
      readonly newPage?: boolean;
      /** A chapter that goes on under another, with room between them. */
      readonly apart?: boolean;
    }
  | { readonly kind: "paragraph"; readonly role: ParagraphRole; readonly runs: readonly Inline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] }
  /** A label and its value per row; read as a table without a header row. */
  | {
      readonly kind: "facts";
      readonly rows: readonly (readonly [string, string])[];
      /** Stands on the page on which what follows begins. */
      readonly keepNext?: boolean;
    }
  | {
      readonly kind: "table";
      /** Says what the table shows; stands above it, since Word tables have no alternative text of their own here. */
      readonly caption: string;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  /** Rows of words with a picture of each between them. */
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "contents"; readonly title: string }
  /** Empty ruled lines to write on by hand. */
  | { readonly kind: "writingLines"; readonly count: number };

export const text = (value: string): Inline => ({ kind: "text", text: value });
export const bold = (value: string): Inline => ({ kind: "text", text: value, bold: true });
export const italic = (value: string): Inline => ({ kind: "text", text: value, italic: true });
/** For what stands beside the main thing and must not take its room. */
export const small = (value: string): Inline => ({ kind: "text", text: value, small: true });
export const smallBold = (value: string): Inline => ({ kind: "text", text: value, small: true, bold: true });
export const link = (value: string, anchor: string): Inline => ({ kind: "link", text: value, anchor });

export const paragraph = (role: ParagraphRole, ...runs: readonly (Inline | string)[]): Block => ({
  kind: "paragraph",
  role,
  runs: runs.map((run) => (typeof run === "string" ? text(run) : run)),
});

export const cell = (value: string | readonly Inline[], tone: CellTone = "plain"): TableCell => ({
  runs: typeof value === "string" ? [text(value)] : value,
  tone,
});
