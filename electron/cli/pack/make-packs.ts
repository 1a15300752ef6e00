import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { freeName, takenNames } from "../../../src/documents/batch/free-name";
import {
  allDocuments,
  documentName,
  documentsFor,
  type PackDocument,
} from "../../../src/documents/outlines/pack-set";
import { ratingsCsv } from "../../../src/documents/ratings-csv";
import { outlineToWord } from "../../../src/documents/word/word-document";
import {
  type CompanyTemplate,
  companyTemplateSchema,
  plainTemplate,
} from "../../../src/domain/company/company-template";
import type { LoopRecord } from "../../../src/domain/record/record";
import { parseRecordFile, type RecordFileFailure } from "../../../src/domain/record/record-file";
import { recordText } from "../../../src/domain/record/record-text";
import { ok, type Result } from "../../../src/domain/result";
import type { WriteFailure } from "../../main/files/draft-file";
import { writeWholeFile } from "../../main/files/write-whole-file";
import type { PackOptions } from "./options";
import { type Told, told } from "./told";

const readWords = async (path: string): Promise<Result<string, Told>> => {
  try {
    return ok(await readFile(path, "utf8"));
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return told(`${path} cannot be read (${thrown.code})`);
    throw thrown;
  }
};

const recordTrouble = (path: string, failure: RecordFileFailure): string => {
  switch (failure.type) {
    case "notJson":
      return `${path} is not JSON`;
    case "notARecord":
      return `${path} is not a record of Panelbook`;
    case "newerRecord":
      return `${path} was made by a newer Panelbook (record version ${failure.version}): update this one`;
    case "broken":
      return `${path} is damaged at “${failure.path}”`;
  }
};

/** A record of a file; the failure names the file. */
export const readRecord = async (path: string): Promise<Result<LoopRecord, Told>> => {
  const text = await readWords(path);
  if (!text.ok) return text;
  const record = parseRecordFile(text.value);
  return record.ok ? record : told(recordTrouble(path, record.error));
};

/** The template the options name, on the paper they name. */
export const readTemplate = async ({
  template,
  paper,
}: PackOptions): Promise<Result<CompanyTemplate, Told>> => {
  const withPaper = (found: CompanyTemplate): CompanyTemplate =>
    paper === null ? found : { ...found, paper };
  if (template === null) return ok(withPaper(plainTemplate));
  const text = await readWords(template);
  if (!text.ok) return text;
  try {
    const read = companyTemplateSchema.safeParse(JSON.parse(text.value));
    return read.success ? ok(withPaper(read.data)) : told(`${template} is not a company's template`);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return told(`${template} is not JSON`);
    throw thrown;
  }
};

/** What documents print of a record. */
export const hashOf = (record: LoopRecord): string =>
  createHash("sha256").update(recordText(record), "utf8").digest("base64url");

const writeWords: Readonly<Record<WriteFailure["type"], string>> = {
  diskFull: "the disk is full",
  notWritable: "that folder does not let this program write",
  folderMissing: "that folder is not there",
};

/** Writes the whole file or nothing. */
export const save = async (path: string, bytes: Uint8Array): Promise<Result<string, Told>> => {
  const saved = await writeWholeFile(path, bytes);
  return saved.ok ? ok(saved.value.path) : told(`${path} cannot be written: ${writeWords[saved.error.type]}`);
};

interface File {
  readonly path: string;
  readonly bytes: () => Promise<Uint8Array>;
}

const text = (value: string) => async () => new TextEncoder().encode(value);

/** Each document with a file name of its own: one exercise in two slots has two briefs, two panelists may have one name. */
export const namedDocuments = (
  record: LoopRecord,
  documents: readonly PackDocument[],
): readonly { readonly name: string; readonly outline: PackDocument["outline"] }[] => {
  const names: string[] = [];
  return documents.map((document, index) => {
    const wish = documentName(record, document);
    const before = documents.slice(0, index).filter((other) => documentName(record, other) === wish);
    const name = freeName(wish, String(before.length + 1), takenNames(names));
    names.push(name);
    return { name, outline: document.outline };
  });
};

/** The documents of a whole set, with the machine-readable twin beside them. */
const setOf = (
  record: LoopRecord,
  documents: readonly PackDocument[],
  folder: string,
  template: CompanyTemplate,
) => [
  ...namedDocuments(record, documents).map(
    ({ name, outline }): File => ({
      path: join(folder, name),
      bytes: () => outlineToWord(outline, template),
    }),
  ),
  { path: join(folder, "record.json"), bytes: text(recordText(record)) },
  { path: join(folder, "ratings.csv"), bytes: text(ratingsCsv(record)) },
];

const single = (options: PackOptions, documents: readonly PackDocument[], template: CompanyTemplate) => {
  const [only, ...more] = documents;
  if (only === undefined) return told(`the record has nothing for ${options.audience}`);
  if (more.length > 0)
    return told(`${options.audience} takes ${documents.length} documents: use --all with a folder`);
  return ok<readonly File[]>([{ path: options.out, bytes: () => outlineToWord(only.outline, template) }]);
};

const filesOf = async (options: PackOptions): Promise<Result<readonly File[], Told>> => {
  if (options.record === null) return told("--record is needed");
  const record = await readRecord(options.record);
  if (!record.ok) return record;
  const template = await readTemplate(options);
  if (!template.ok) return template;
  const facts = {
    recordHash: hashOf(record.value),
    generatedAt: new Date().toISOString(),
    disclosure: options.disclosure,
    otherCandidates: options.otherCandidates,
  };
  if (options.audience === null) {
    await mkdir(options.out, { recursive: true });
    return ok(setOf(record.value, allDocuments(record.value, facts), options.out, template.value));
  }
  return single(options, documentsFor(record.value, options.audience, facts), template.value);
};

/** Makes what the options ask for and tells each path once its file is whole; the failure is a sentence. */
export const makePacks = async (
  options: PackOptions,
  tell: (path: string) => void,
): Promise<Result<void, Told>> => {
  const files = await filesOf(options);
  if (!files.ok) return files;
  for (const { path, bytes } of files.value) {
    const saved = await save(path, await bytes());
    if (!saved.ok) return saved;
    tell(saved.value);
  }
  return ok(undefined);
};
