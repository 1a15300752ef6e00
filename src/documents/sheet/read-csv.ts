import { err, ok, type Result } from "../../domain/result";
import type { Sheet, SheetRefusal } from "./sheet";
import { sheetText } from "./sheet-text";

/* What Excel understands as the separator and shows as no row. */
const separatorLine = /^sep=([^\r\n"])\r?\n/i;

/** Reads a CSV with any usual separator; nothing in it is executed. */
export const readCsv = async (bytes: Uint8Array): Promise<Result<Sheet, SheetRefusal>> => {
  const { text, encoding } = sheetText(bytes);
  if (text.includes("\u0000")) return err({ type: "noTable" });
  const [named = "", separator] = separatorLine.exec(text) ?? [];
  const table = text.slice(named.length);
  const { default: papa } = await import("papaparse");
  // Blank lines mislead the guess of the separator, and have to stay for the rows to keep their numbers.
  const guessed = () => papa.parse<string[]>(table, { preview: 50, skipEmptyLines: "greedy" }).meta.delimiter;
  const { data, errors } = papa.parse<string[]>(table, { delimiter: separator ?? guessed() });
  const open = errors.find(({ code }) => code === "MissingQuotes");
  return open === undefined
    ? ok({ rows: data, encoding, names: [], at: 0 })
    : err({ type: "openQuote", row: (open.row ?? 0) + 1 });
};
