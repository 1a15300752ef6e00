import { parseArgs } from "node:util";
import { type PaperSize, paperSizes } from "../../../src/domain/company/company-template";
import { type Audience, audiences, type Disclosure } from "../../../src/domain/record/audiences";
import { ok, type Result } from "../../../src/domain/result";
import { type Told, told } from "./told";

/** What one run is to make. */
export interface PackOptions {
  /** One record's file; null where a folder of them is given. */
  readonly record: string | null;
  /** A folder of records' files. */
  readonly records: string | null;
  /** Of a folder: the role's title, and the days between which it was decided, "2026-11-23". */
  readonly role: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Null: every audience, into a folder. */
  readonly audience: Audience | null;
  readonly out: string;
  readonly template: string | null;
  readonly paper: PaperSize | null;
  readonly disclosure: Disclosure;
  readonly otherCandidates: readonly string[];
}

export const usage = [
  "npm run pack -- --record record.json --audience NAME --out FILE.docx",
  "npm run pack -- --record record.json --all --out DIR",
  "npm run pack -- --records DIR --audience NAME --out DIR [--role TITLE] [--from DAY] [--to DAY]",
  "",
  "DAY is when it was decided, as 2026-11-23, counted in UTC.",
  `NAME is one of ${audiences.join(", ")}.`,
  "  --template FILE       a company's template, as the settings save it",
  `  --paper ${paperSizes.join("|")}     in place of the template's`,
  "  --individual-scores   the hiring manager reads who rated what",
  "  --name-panelists      the copy for the person says who the panelists were",
  "  --other NAME          another candidate's name to take out of texts; may be given several times",
].join("\n");

const flags = {
  record: { type: "string" },
  records: { type: "string" },
  role: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  audience: { type: "string" },
  all: { type: "boolean" },
  out: { type: "string" },
  template: { type: "string" },
  paper: { type: "string" },
  "individual-scores": { type: "boolean" },
  "name-panelists": { type: "boolean" },
  other: { type: "string", multiple: true },
} as const;

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: flags }).values;
  } catch (thrown) {
    // What parseArgs says of a flag it does not know is for people.
    if (thrown instanceof TypeError) return thrown.message;
    throw thrown;
  }
};

/** Reads the command line; the failure is a sentence for the person who typed it. */
export const packOptions = (args: readonly string[]): Result<PackOptions, Told> => {
  const values = parsed(args);
  if (typeof values === "string") return told(values);
  const { record = null, records = null, out, all = false } = values;
  if ((record === null) === (records === null) || out === undefined)
    return told("--record (or --records) and --out are needed");
  if (all === (values.audience !== undefined)) return told("either --audience NAME or --all is needed");
  const audience = audiences.find((known) => known === values.audience) ?? null;
  if (!all && audience === null) return told(`there is no audience “${values.audience}”`);
  const paper = paperSizes.find((known) => known === values.paper) ?? null;
  if (values.paper !== undefined && paper === null) return told(`there is no paper “${values.paper}”`);
  return ok({
    record,
    records,
    role: values.role ?? null,
    from: values.from ?? null,
    to: values.to ?? null,
    audience,
    out,
    template: values.template ?? null,
    paper,
    disclosure: {
      individualScores: values["individual-scores"] ?? false,
      namePanelists: values["name-panelists"] ?? false,
    },
    otherCandidates: values.other ?? [],
  });
};
