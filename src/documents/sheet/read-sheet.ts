import { err, ok, type Result } from "../../domain/result";
import { extentOf, withoutBlankColumns } from "./sheet-extent";
import { unpackedSize } from "./unpacked-size";

/** The largest sheet that is read, in bytes, and how large it may be unpacked. */
export const sheetLimit = 5 * 1024 * 1024;
const unpackedLimit = 60 * 1024 * 1024;

/** How many rows are read: ten times what a library of questions has, and few enough to be placed at once. */
export const rowLimit = 2000;

/** How many columns are read: a question has eight; each is a field to choose on the screen. */
export const columnLimit = 100;

/** Rows of texts, as they stand in the sheet; formulas are their last results or, in a CSV, plain text. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  /** How the bytes were read: a CSV that is no UTF-8 is taken for Windows-1252, as Excel writes it. */
  readonly encoding: "utf-8" | "utf-16" | "windows-1252" | "workbook";
}

export type SheetRefusal =
  | { readonly type: "tooLarge"; readonly size: number; readonly limit: number }
  | { readonly type: "tooManyRows"; readonly rows: number; readonly limit: number }
  | { readonly type: "tooManyColumns"; readonly columns: number; readonly limit: number }
  | { readonly type: "empty" }
  | { readonly type: "noTable" }
  /** A workbook that does not open: damaged, locked by a password, or the old format of before 2007. */
  | { readonly type: "workbookUnreadable" };

const startsWith = (bytes: Uint8Array, ...marks: readonly number[]): boolean =>
  marks.every((mark, at) => bytes[at] === mark);

const decoded = (bytes: Uint8Array): { readonly text: string; readonly encoding: Sheet["encoding"] } => {
  if (startsWith(bytes, 0xff, 0xfe))
    return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch (thrown) {
    // Only what is no UTF-8 is taken for the other encoding; nothing else throws a TypeError here.
    if (!(thrown instanceof TypeError)) throw thrown;
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
};

const readCsv = async (bytes: Uint8Array): Promise<Result<Sheet, SheetRefusal>> => {
  const { text, encoding } = decoded(bytes);
  if (text.includes("\u0000")) return err({ type: "noTable" });
  const { default: papa } = await import("papaparse");
  // Blank lines mislead the guess of the separator, and have to stay for the rows to keep their numbers.
  const { meta } = papa.parse<string[]>(text, { preview: 50, skipEmptyLines: "greedy" });
  const { data } = papa.parse<string[]>(text, { delimiter: meta.delimiter });
  return ok({ rows: data, encoding });
};

const tooFar = (rows: number, columns: number): SheetRefusal | null => {
  if (rows > rowLimit) return { type: "tooManyRows", rows, limit: rowLimit };
  return columns > columnLimit ? { type: "tooManyColumns", columns, limit: columnLimit } : null;
};

const tooFarIn = (worksheet: Uint8Array = new Uint8Array()): SheetRefusal | null => {
  const extent = extentOf(new TextDecoder().decode(worksheet));
  return extent === null ? { type: "workbookUnreadable" } : tooFar(extent.rows, extent.columns);
};

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

const readWorkbook = async (bytes: Uint8Array<ArrayBuffer>): Promise<Result<Sheet, SheetRefusal>> => {
  const size = unpackedSize(bytes);
  if (size > unpackedLimit) return err({ type: "tooLarge", size, limit: unpackedLimit });
  const [{ readSheet }, { numberedWorkbook, partsOf, storedWorkbook }] = await Promise.all([
    import("read-excel-file/universal"),
    import("./stored-workbook"),
  ]);
  try {
    const parts = partsOf(bytes);
    const numbered = numberedWorkbook(parts);
    if (numbered === null) return err({ type: "workbookUnreadable" });
    const [[number] = []] = await readSheet(numbered);
    const refusal = tooFarIn(Object.values(parts)[Number(number ?? Number.NaN)]);
    if (refusal !== null) return err(refusal);
    const rows = await readSheet(storedWorkbook(parts));
    return ok({ rows: rows.map((row) => row.map(cellText)), encoding: "workbook" });
  } catch (thrown) {
    // A stranger's file: whatever the reader says of it, it is no workbook that can be read.
    if (thrown instanceof Error) return err({ type: "workbookUnreadable" });
    throw thrown;
  }
};

/**
 * Reads the first sheet of an Excel workbook (.xlsx) or a CSV with any usual separator. Nothing in it is executed. The
 * bytes decide what it is, not the file's name.
 */
export const readSheetFile = async (bytes: Uint8Array<ArrayBuffer>): Promise<Result<Sheet, SheetRefusal>> => {
  if (bytes.length > sheetLimit) return err({ type: "tooLarge", size: bytes.length, limit: sheetLimit });
  if (bytes.length === 0) return err({ type: "empty" });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return err({ type: "workbookUnreadable" });
  const read = await (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ? readWorkbook(bytes) : readCsv(bytes));
  if (!read.ok) return read;
  const hasText = read.value.rows.some((row) => row.some((cell) => cell.trim() !== ""));
  if (!hasText) return err({ type: "empty" });
  const rows = withoutBlankColumns(read.value.rows);
  const refusal = tooFar(rows.length, Math.max(...rows.slice(0, rowLimit).map((row) => row.length)));
  if (refusal !== null) return err(refusal);
  return rows.length < 2 ? err({ type: "noTable" }) : ok({ ...read.value, rows });
};
