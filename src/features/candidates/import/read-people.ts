import { readSheetFile, sheetLimit } from "../../../documents/sheet/read-sheet";
import { type ColumnRole, guessColumns } from "../../../domain/candidates/incoming/columns";
import { type IncomingResume, readJsonResume } from "../../../domain/candidates/incoming/json-resume";
import { err, ok, type Result } from "../../../domain/result";
import type { ImportRefusal } from "./words";

/** What a file holds: rows under headings, or one person's resume. */
export type ReadPeople =
  | {
      readonly kind: "sheet";
      readonly headings: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly roles: readonly ColumnRole[];
    }
  | { readonly kind: "resume"; readonly resume: IncomingResume };

/** Reads the people of a file; a JSON Resume is known by its first brace. */
export const readPeople = async (file: File): Promise<Result<ReadPeople, ImportRefusal>> => {
  if (file.size > sheetLimit) return err({ type: "tooLarge", size: file.size, limit: sheetLimit });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  if (start.startsWith("{") || file.name.toLowerCase().endsWith(".json")) {
    const resume = readJsonResume(new TextDecoder().decode(bytes));
    return resume.ok ? ok({ kind: "resume", resume: resume.value }) : resume;
  }
  const sheet = await readSheetFile(bytes);
  if (!sheet.ok) return sheet;
  const [headings = [], ...rows] = sheet.value.rows;
  return ok({ kind: "sheet", headings, rows, roles: guessColumns(headings) });
};
