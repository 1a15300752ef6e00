import { err, ok, type Result } from "../../domain/result";
import { withMergedCells } from "./merged-cells";
import { type Sheet, type SheetRefusal, tooFar } from "./sheet";
import { extentOf } from "./sheet-extent";
import type { WorkbookParts } from "./stored-workbook";
import { unpackedSize } from "./unpacked-size";

const unpackedLimit = 60 * 1024 * 1024;

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};

/** A sheet's name, and the part of the workbook that it lies in. */
interface ListedSheet {
  readonly name: string;
  readonly xml: string;
}

const library = () => Promise.all([import("read-excel-file/universal"), import("./stored-workbook")]);

const listSheets = async (parts: WorkbookParts): Promise<readonly ListedSheet[] | null> => {
  const [{ default: readSheets }, { numberedWorkbook }] = await library();
  const numbered = numberedWorkbook(parts);
  if (numbered === null) return null;
  const known = Object.values(parts);
  return (await readSheets(numbered)).map(({ sheet, data }) => ({
    name: sheet,
    xml: new TextDecoder().decode(known[Number(data[0]?.[0] ?? Number.NaN)]),
  }));
};

const rowsAt = async (parts: WorkbookParts, at: number, xml: string): Promise<Sheet["rows"]> => {
  const [{ readSheet }, { storedWorkbook }] = await library();
  const rows = await readSheet(storedWorkbook(parts), at + 1);
  return withMergedCells(
    rows.map((row) => row.map(cellText)),
    xml,
  );
};

const openAt = async (parts: WorkbookParts, at: number): Promise<Result<Sheet, SheetRefusal>> => {
  const listed = await listSheets(parts);
  const wanted = listed?.[at];
  // The first is refused as empty before anybody asks for another that is not there.
  if (listed === null || wanted === undefined) return err({ type: "workbookUnreadable" });
  const extent = extentOf(wanted.xml);
  const refusal: SheetRefusal | null =
    extent === null ? { type: "workbookUnreadable" } : tooFar(extent.rows, extent.columns);
  const place = { names: listed.map(({ name }) => name), at };
  if (refusal !== null) return err({ ...refusal, place });
  return ok({ rows: await rowsAt(parts, at, wanted.xml), encoding: "workbook", ...place });
};

/** Reads one sheet of an Excel workbook (.xlsx), counted from 0; formulas are their last results. */
export const readWorkbook = async (
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
): Promise<Result<Sheet, SheetRefusal>> => {
  const size = unpackedSize(bytes);
  if (size > unpackedLimit) return err({ type: "tooLarge", size, limit: unpackedLimit });
  const [, { partsOf }] = await library();
  try {
    return await openAt(partsOf(bytes), at);
  } catch (thrown) {
    // A stranger's file: whatever the reader says of it, it is no workbook that can be read.
    if (thrown instanceof Error) return err({ type: "workbookUnreadable" });
    throw thrown;
  }
};
