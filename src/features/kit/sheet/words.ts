import { counted } from "../../../bindings/name-lists";
import { storageTrouble } from "../../../bindings/storage-trouble";
import type { SheetField } from "../../../domain/kit/sheet/columns";
import type { Unplaced } from "../../../domain/kit/sheet/place-rows";
import type { Trouble } from "../../../ui/error-card";

/** What the import of a sheet says. */
export const words = {
  library: "Library",
  title: "Questions from a sheet",
  note: "A CSV or an Excel workbook (.xlsx) with one question per row below a row of headings. Formulas are never run.",
  choose: "Choose a sheet",
  another: "Choose another sheet",
  sheet: "Sheet",
  sheets: (count: number) => `The workbook has ${count} sheets; the questions of one are added at a time.`,
  doing: "Opening the role kit",
  columnsTitle: "What each column holds",
  column: "Column",
  holds: "Holds",
  example: "First row",
  leftOut: "Left out",
  promptMissing: "Say which column holds the question.",
  topicMissing: "Say which column holds the competency or attitude.",
  previewTitle: "What becomes of the rows",
  unplacedTitle: "What found no place",
  unplacedNone: "Every row found its place.",
  unplacedHint: "Mend a row that is not added in the sheet and choose it again, or add it by hand.",
  signs: (good: number, warning: number) =>
    `${counted(good, "good sign", "good signs")}, ${counted(warning, "warning sign", "warning signs")}`,
  placed: (count: number) => counted(count, "question is new", "questions are new"),
  fromAbove: (count: number) =>
    `${counted(count, "row has", "rows have")} no topic and take the one of the row above, as merged cells mean it.`,
  added: (names: readonly string[]) => `New in the kit, without texts by level: ${names.join(", ")}.`,
  encoding: "The file is not UTF-8 and was read as Windows-1252. See whether accented letters look right.",
  add: (count: number) => `Add ${counted(count, "question", "questions")} to the kit`,
  draft: "What is added stands in the kit’s draft. No loop uses it before it is published, under Versions.",
  row: (row: number) => `Row ${row}`,
} as const;

export const fieldWords: Readonly<Record<SheetField, string>> = {
  prompt: "Question",
  kind: "Competency or attitude (kind)",
  topic: "Name of the competency or attitude",
  discipline: "Discipline",
  levels: "Levels",
  round: "Round",
  positive: "Good signs",
  negative: "Warning signs",
};

/** Why something of a row is not in the kit. */
export const unplacedWords = ({ type, text }: Unplaced): string => {
  switch (type) {
    case "noPrompt":
      return `is not added, it has no question: ${text}`;
    case "noTopic":
      return `is not added, it names no competency or attitude: ${text}`;
    case "alreadyThere":
      return `is not added, the kit asks it already: ${text}`;
    case "noLevel":
      return `is not added, the kit has no level “${text}”`;
    case "levelUnknown":
      return `the kit has no level “${text}”; the question is added for its other levels`;
    case "roundUnknown":
      return `the kit has no round “${text}”; the question is added without one`;
  }
};

const safe = "The kit is unchanged.";
const number = (value: unknown): string => (typeof value === "number" ? value.toLocaleString("en-GB") : "?");

/** A sheet that cannot be read, or questions that cannot be added, in plain words. */
export const sheetTrouble = (error: { readonly type: string; readonly [key: string]: unknown }): Trouble => {
  switch (error.type) {
    case "tooLarge":
      return {
        what: `The sheet is too large: ${number(error.size)} bytes; at most ${number(error.limit)} are read.`,
        safe,
        todo: "Keep only the sheet with the questions, or split it.",
      };
    case "tooManyRows":
      return {
        what: `The sheet has ${number(error.rows)} rows; at most ${number(error.limit)} are read at once.`,
        safe,
        todo: "Split it into several sheets.",
      };
    case "tooManyColumns":
      return {
        what: `The sheet has texts in ${number(error.columns)} columns; at most ${number(error.limit)} are read.`,
        safe,
        todo: "Keep only the columns with the questions.",
      };
    case "empty":
      return { what: "There is nothing in the sheet.", safe, todo: "Choose the one with the questions." };
    case "noTable":
      return {
        what: "This is not a table with a header and at least one row.",
        safe,
        todo: "Save it from the spreadsheet as CSV or .xlsx, with the names of the columns in the first row.",
      };
    case "openQuote":
      return {
        what: `In row ${number(error.row)} a quotation mark is opened and never closed, so that the rows after it cannot be told apart.`,
        safe,
        todo: "Close it in the file, or save the sheet from the spreadsheet again.",
      };
    case "notReadable":
      return {
        what: "The file cannot be read: it was moved, or written to in the meantime, or its disk is gone.",
        safe,
        todo: "Choose it again.",
      };
    case "workbookUnreadable":
      return {
        what: "This workbook cannot be opened: it is damaged, locked by a password, or of the format before 2007 (.xls).",
        safe,
        todo: "Open it in the spreadsheet and save it as .xlsx or CSV.",
      };
    default:
      return storageTrouble(error, { what: "The questions could not be added", safe });
  }
};
