import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The parts of a workbook that hold texts, by their paths; pictures and printer settings are left out. */
export type WorkbookParts = Readonly<Record<string, Uint8Array>>;

/** Throws where the bytes are no ZIP that opens. */
export const partsOf = (workbook: Uint8Array): WorkbookParts =>
  unzipSync(workbook, { filter: ({ name }) => name.endsWith(".xml") || name.endsWith(".xml.rels") });

const describesWorkbook = (path: string): boolean => path === "xl/workbook.xml" || path.endsWith(".rels");

/** A worksheet part with one text. */
const worksheetSaying = (said: string): Uint8Array =>
  strToU8(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${said}</t></is></c></row></sheetData></worksheet>`,
  );

/**
 * The workbook with each part that may be a sheet in place of which stands only its number among the paths. What a reader
 * finds in its first sheet is then the number of the part it takes for it. Null where a part that says what the workbook
 * holds would do for a sheet itself.
 */
export const numberedWorkbook = (parts: WorkbookParts): ArrayBuffer | null => {
  const numbered = Object.entries(parts).map(([path, part], at) => {
    if (!describesWorkbook(path)) return [path, worksheetSaying(String(at))] as const;
    return strFromU8(part).includes("sheetData") ? null : ([path, part] as const);
  });
  return numbered.includes(null)
    ? null
    : storedWorkbook(Object.fromEntries(numbered.filter((one) => one !== null)));
};

/**
 * The parts as a workbook again, each as it is. The reader unpacks a compressed part of 512 KB or more in a worker that it
 * makes from a blob, which the content security policy of the window forbids; a part that is stored needs none.
 */
export const storedWorkbook = (parts: WorkbookParts): ArrayBuffer =>
  zipSync({ ...parts }, { level: 0 }).slice().buffer;
