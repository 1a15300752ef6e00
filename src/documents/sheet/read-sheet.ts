import { err, ok, type Result } from "../../domain/result";
import { readCsv } from "./read-csv";
import { readWorkbook } from "./read-workbook";
import { rowLimit, type Sheet, type SheetRefusal, sheetLimit, tooFar } from "./sheet";
import { withoutBlankColumns } from "./sheet-extent";

export { columnLimit, rowLimit, type Sheet, type SheetPlace, type SheetRefusal, sheetLimit } from "./sheet";

const startsWith = (bytes: Uint8Array, ...marks: readonly number[]): boolean =>
  marks.every((mark, at) => bytes[at] === mark);

const isNoTable = ({ type }: SheetRefusal): boolean => type === "empty" || type === "noTable";

/** Why these rows are no table that is read; null where they are. */
const refusalOf = (rows: Sheet["rows"]): SheetRefusal | null => {
  if (!rows.some((row) => row.some((cell) => cell.trim() !== ""))) return { type: "empty" };
  const far = tooFar(rows.length, Math.max(...rows.slice(0, rowLimit).map((row) => row.length)));
  return far ?? (rows.length < 2 ? { type: "noTable" } : null);
};

const tableOf = (sheet: Sheet): Result<Sheet, SheetRefusal> => {
  const rows = withoutBlankColumns(sheet.rows);
  const refusal = refusalOf(rows);
  if (refusal === null) return ok({ ...sheet, rows });
  const { names, at } = sheet;
  return err(names.length === 0 ? refusal : { ...refusal, place: { names, at } });
};

const readAt = async (bytes: Uint8Array<ArrayBuffer>, at: number): Promise<Result<Sheet, SheetRefusal>> => {
  if (bytes.length > sheetLimit) return err({ type: "tooLarge", size: bytes.length, limit: sheetLimit });
  if (bytes.length === 0) return err({ type: "empty" });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return err({ type: "workbookUnreadable" });
  const read = await (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ? readWorkbook(bytes, at) : readCsv(bytes));
  return read.ok ? tableOf(read.value) : read;
};

/* A cover, a legend: few stand before the questions, and each is a whole reading. */
const sheetsTried = 8;

/**
 * Reads a sheet of an Excel workbook (.xlsx), `at` counted from 0, or a CSV with any usual separator. Without `at` it is
 * the first sheet that holds a table. Nothing in it is executed. The bytes decide what it is, not the file's name.
 */
export const readSheetFile = async (
  bytes: Uint8Array<ArrayBuffer>,
  at?: number,
): Promise<Result<Sheet, SheetRefusal>> => {
  const first = await readAt(bytes, at ?? 0);
  if (at !== undefined) return first;
  let read = first;
  for (let next = 1; !read.ok && isNoTable(read.error) && next < sheetsTried; next += 1)
    read = await readAt(bytes, next);
  return read.ok ? read : first;
};
