import type { SheetRefusal } from "../../../documents/sheet/read-sheet";
import type { ColumnRole } from "../../../domain/candidates/incoming/columns";
import type { Likeness } from "../../../domain/candidates/incoming/incoming";
import type { JsonResumeRefusal } from "../../../domain/candidates/incoming/json-resume";
import type { Trouble } from "../../../ui/error-card";

export type ImportRefusal = SheetRefusal | JsonResumeRefusal;

/** What happens with a row: `apply` adds an application to the candidate who is here already. */
export type RowChoice = "add" | "apply" | "skip";

/** What bringing candidates in says. */
export const importWords = {
  title: "Import candidates",
  note: "From a CSV or Excel sheet, a row for each person, or from a JSON Resume file. Formulas stay texts.",
  choose: "Choose a file",
  another: "Choose another file",
  role: "They apply for",
  roleMissing: "Choose the role they apply for.",
  reading: "Reading the file",
  columns: "What the columns hold",
  columnRoles: {
    name: "Name",
    firstName: "First name",
    lastName: "Last name",
    mail: "E-mail",
    phone: "Phone",
    ignore: "Leave out",
  } satisfies Record<ColumnRole, string>,
  people: "People in the file",
  noNames: "Say which column holds the name.",
  nameless: (count: number) =>
    count === 1 ? "1 row has no name and is left out." : `${count} rows have no name and are left out.`,
  name: "Name",
  contact: "Contact",
  here: "Maybe here already",
  what: "What to do",
  likeness: {
    sameMail: (name: string) => `${name}: the same e-mail`,
    sameName: (name: string) => `${name}: the same name`,
  } satisfies Record<Likeness, (name: string) => string>,
  choices: { add: "Add", apply: "Apply again", skip: "Skip" } satisfies Record<RowChoice, string>,
  choiceOf: (name: string) => `What to do with ${name}`,
  run: (count: number) => (count === 1 ? "Bring in 1 person" : `Bring in ${count} people`),
  running: (done: number, of: number) => `Bringing in ${done} of ${of}`,
  stop: "Stop",
  done: (count: number) => (count === 1 ? "1 person was brought in." : `${count} people were brought in.`),
  failed: "Not all were brought in",
} as const;

const reason = (refusal: ImportRefusal): string => {
  switch (refusal.type) {
    case "tooLarge":
      return "it is too large";
    case "tooManyRows":
      return `it has ${refusal.rows} rows, and ${refusal.limit} are read at once`;
    case "tooManyColumns":
      return `it has ${refusal.columns} columns, and ${refusal.limit} are read`;
    case "empty":
      return "it is empty";
    case "noTable":
      return "it has no table with a row of headings";
    case "openQuote":
      return `a quotation mark is opened in row ${refusal.row} and never closed`;
    case "workbookUnreadable":
      return "the workbook does not open; it may be damaged or locked";
    case "notJson":
      return "it is no JSON";
    case "noJsonResume":
      return "it is no JSON Resume that names a person";
  }
};

/** A file nobody can be brought in from, in plain words. */
export const importTrouble = (refusal: ImportRefusal): Trouble => ({
  what: `The file was not read: ${reason(refusal)}.`,
  safe: "Nothing was changed.",
  todo: "Choose another file.",
});
