/** The largest sheet that is read, in bytes. */
export const sheetLimit = 5 * 1024 * 1024;

/** How many rows are read: ten times what a library of questions has, and few enough to be placed at once. */
export const rowLimit = 2000;

/** How many columns are read: a question has eight; each is a field to choose on the screen. */
export const columnLimit = 100;

/** Where a sheet stands in its file. */
export interface SheetPlace {
  /** The names of a workbook's sheets in their order; none for a CSV. */
  readonly names: readonly string[];
  /** Which of them it is. */
  readonly at: number;
}

/** Rows of texts, as they stand in the sheet; formulas are their last results or, in a CSV, plain text. */
export interface Sheet extends SheetPlace {
  readonly rows: readonly (readonly string[])[];
  /** How the bytes were read: a CSV that is neither UTF-8 nor UTF-16 is taken for Windows-1252, as Excel writes it. */
  readonly encoding: "utf-8" | "utf-16" | "windows-1252" | "workbook";
}

type SheetReason =
  | { readonly type: "tooLarge"; readonly size: number; readonly limit: number }
  | { readonly type: "tooManyRows"; readonly rows: number; readonly limit: number }
  | { readonly type: "tooManyColumns"; readonly columns: number; readonly limit: number }
  | { readonly type: "empty" }
  | { readonly type: "noTable" }
  /** A quotation mark of a CSV has no partner, and would take all that follows into its cell. `row` counts from 1. */
  | { readonly type: "openQuote"; readonly row: number }
  /** A workbook that does not open: damaged, locked by a password, or the old format of before 2007. */
  | { readonly type: "workbookUnreadable" };

/** Why a sheet is not read, with the place in its workbook where that is known: another sheet may do. */
export type SheetRefusal = SheetReason & { readonly place?: SheetPlace };

/** Why a table that reaches that far is not read; null where it is. */
export const tooFar = (rows: number, columns: number): SheetRefusal | null => {
  if (rows > rowLimit) return { type: "tooManyRows", rows, limit: rowLimit };
  return columns > columnLimit ? { type: "tooManyColumns", columns, limit: columnLimit } : null;
};
