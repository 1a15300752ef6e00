import { unzipSync, zipSync } from "fflate";

/** The parts of a workbook that hold texts, by their paths; pictures and printer settings are left out. */
export type WorkbookParts = Readonly<Record<string, Uint8Array>>;

/** Throws where the bytes are no ZIP that opens. */
export const partsOf = (workbook: Uint8Array): WorkbookParts =>
  unzipSync(workbook, { filter: ({ name }) => name.endsWith(".xml") || name.endsWith(".xml.rels") });

/**
 * The parts as a workbook again, each as it is. The reader unpacks a compressed part of 512 KB or more in a worker that it
 * makes from a blob, which the content security policy of the window forbids; a part that is stored needs none.
 */
export const storedWorkbook = (parts: WorkbookParts): ArrayBuffer =>
  zipSync({ ...parts }, { level: 0 }).slice().buffer;
