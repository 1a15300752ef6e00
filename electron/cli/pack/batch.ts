import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Block, cell, type Outline, paragraph } from "../../../src/documents/outline";
import { audienceWords } from "../../../src/documents/outlines/audience-words";
import type { PackFacts } from "../../../src/documents/outlines/pack";
import { documentName, documentsFor } from "../../../src/documents/outlines/pack-set";
import { dateWords } from "../../../src/documents/outlines/wording";
import { outlineToWord } from "../../../src/documents/word/word-document";
import type { CompanyTemplate } from "../../../src/domain/company/company-template";
import { type Audience, audiences, type Disclosure } from "../../../src/domain/record/audiences";
import { ok, type Result } from "../../../src/domain/result";
import { freeName, takenNames } from "./free-name";
import { hashOf, readRecord, readTemplate, save } from "./make-packs";
import type { PackOptions } from "./options";
import { type Told, told } from "./told";

const manifestName = "manifest.json";

const entrySchema = z.object({
  /** In the folder of the manifest. */
  file: z.string(),
  /** Of the file's bytes, in hexadecimal as `sha256sum` prints it. */
  sha256: z.string(),
  recordHash: z.string(),
  audience: z.enum(audiences),
  /** A hash of what decided what the pack says besides its record; manifests before there was one have none. */
  settings: z.string().default(""),
  candidate: z.string(),
  role: z.string(),
  decidedAt: z.string().nullable(),
});
type Entry = z.infer<typeof entrySchema>;

const manifestSchema = z.object({
  format: z.literal("panelbook-pack-manifest"),
  formatVersion: z.literal(1),
  files: z.array(entrySchema),
});

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The bytes of a file, or null where there is none to read. */
const bytesAt = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(path);
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return null;
    throw thrown;
  }
};

/** What an earlier run finished; a manifest that cannot be read says nothing. */
const finishedIn = async (folder: string): Promise<readonly Entry[]> => {
  const bytes = await bytesAt(join(folder, manifestName));
  if (bytes === null) return [];
  try {
    const read = manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.data.files : [];
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return [];
    throw thrown;
  }
};

const isWhole = async (folder: string, { file, sha256: wanted }: Entry): Promise<boolean> => {
  const bytes = await bytesAt(join(folder, file));
  return bytes !== null && sha256(bytes) === wanted;
};

const saveManifest = (folder: string, files: readonly Entry[]): Promise<Result<string, Told>> => {
  const manifest = { format: "panelbook-pack-manifest", formatVersion: 1, files };
  return save(join(folder, manifestName), new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
};

const indexOutline = (files: readonly Entry[], madeAt: string): Outline => {
  const table: Block = {
    kind: "table",
    caption: "Packs in this folder",
    columns: [
      { title: "Candidate", share: 24 },
      { title: "Role", share: 22 },
      { title: "Decided", share: 18 },
      { title: "Pack", share: 20 },
      { title: "SHA-256", share: 16 },
    ],
    rows: files.map(({ candidate, role, decidedAt, audience, sha256: hash }) => [
      cell(candidate),
      cell(role),
      cell(decidedAt === null ? "no decision" : dateWords(decidedAt)),
      cell(audienceWords[audience].title),
      cell(hash.slice(0, 16)),
    ]),
  };
  return {
    title: "Index of packs",
    subject: "Index of packs",
    language: "en-GB",
    classification: "Confidential: HR only",
    recordHash: "",
    madeAt,
    cover: [],
    body: [
      { kind: "heading", level: 1, text: "Index of packs" },
      paragraph("small", `${files.length} packs; ${manifestName} has every file's whole SHA-256.`),
      table,
    ],
  };
};

interface Batch {
  readonly options: PackOptions;
  readonly audience: Audience;
  readonly template: CompanyTemplate;
  readonly madeAt: string;
  /** Of every candidate of the folder, and those the options name. */
  readonly otherCandidates: readonly string[];
  /** What decides what a pack says besides its record. */
  readonly settings: string;
  readonly before: readonly Entry[];
  readonly tell: (line: string) => void;
}

const isOf = (entry: Entry, { recordHash, audience }: Pick<Entry, "recordHash" | "audience">): boolean =>
  entry.recordHash === recordHash && entry.audience === audience;

const factsOf = ({ options, madeAt, otherCandidates }: Batch, recordHash: string): PackFacts => ({
  recordHash,
  generatedAt: madeAt,
  disclosure: options.disclosure,
  otherCandidates,
});

/** Names in the folder that a pack must not take; what an earlier run made of the same record may be replaced. */
const takenFor = async (
  { options, before }: Batch,
  replaced: readonly Entry[],
  done: readonly Entry[],
): Promise<ReadonlySet<string>> => {
  const mine = takenNames(replaced.map(({ file }) => file));
  const names = [...(await readdir(options.out)), ...[...before, ...done].map(({ file }) => file)];
  return new Set([...takenNames(names)].filter((name) => !mine.has(name)));
};

const packsOf = async (
  batch: Batch,
  path: string,
  done: readonly Entry[],
): Promise<Result<readonly Entry[], Told>> => {
  const { options, audience, template, settings, before, tell } = batch;
  const read = await readRecord(path);
  if (!read.ok) return read;
  const record = read.value;
  const { candidate, kit } = record.plan;
  if (!isWanted(options, kit.title, record.decidedAt)) return ok([]);
  const recordHash = hashOf(record);
  const earlier = before.filter((entry) => isOf(entry, { recordHash, audience }));
  const whole = await Promise.all(earlier.map((entry) => isWhole(options.out, entry)));
  const isKept = earlier.length > 0 && earlier.every((entry) => entry.settings === settings);
  if (isKept && whole.every(Boolean)) return ok(earlier);
  const taken = await takenFor(batch, earlier, done);
  const made: Entry[] = [];
  for (const document of documentsFor(record, audience, factsOf(batch, recordHash))) {
    const own = takenNames(made.map(({ file }) => file));
    const file = freeName(
      documentName(record, document),
      recordHash.slice(0, 8),
      new Set([...taken, ...own]),
    );
    const bytes = await outlineToWord(document.outline, template);
    const saved = await save(join(options.out, file), bytes);
    if (!saved.ok) return saved;
    const { name } = candidate;
    const { decidedAt } = record;
    made.push({
      file,
      sha256: sha256(bytes),
      recordHash,
      audience,
      settings,
      candidate: name,
      role: kit.title,
      decidedAt,
    });
    tell(saved.value);
  }
  return ok(made);
};

const isWanted = ({ role, from, to }: PackOptions, title: string, decidedAt: string | null): boolean => {
  const day = decidedAt?.slice(0, 10) ?? null;
  if (day === null) return false;
  return (role === null || role === title) && (from === null || day >= from) && (to === null || day <= to);
};

/** Everybody the folder's records are about: no pack of one of them is to name another. */
const candidatesIn = async (paths: readonly string[]): Promise<Result<readonly string[], Told>> => {
  const names = new Set<string>();
  for (const path of paths) {
    const record = await readRecord(path);
    if (!record.ok) return record;
    names.add(record.value.plan.candidate.name);
  }
  return ok([...names]);
};

const settingsOf = (
  disclosure: Disclosure,
  otherCandidates: readonly string[],
  template: CompanyTemplate,
): string =>
  sha256(new TextEncoder().encode(JSON.stringify([disclosure, [...otherCandidates].sort(), template])));

/** What a folder has of earlier runs that asked for other records, as far as it is still there as it was made. */
const keptOf = async ({ before, options }: Batch, done: readonly Entry[]): Promise<readonly Entry[]> => {
  const left = before.filter((entry) => !done.some(({ file }) => file === entry.file));
  const whole = await Promise.all(left.map((entry) => isWhole(options.out, entry)));
  return left.filter((_, index) => whole[index]);
};

const prepared = async (
  options: PackOptions,
  paths: readonly string[],
  tell: (line: string) => void,
): Promise<Result<Batch, Told>> => {
  const { audience, out, disclosure } = options;
  if (audience === null) return told("--records needs --audience NAME");
  const template = await readTemplate(options);
  if (!template.ok) return template;
  const names = await candidatesIn(paths);
  if (!names.ok) return names;
  const otherCandidates = [...new Set([...options.otherCandidates, ...names.value])];
  await mkdir(out, { recursive: true });
  return ok({
    options,
    audience,
    template: template.value,
    madeAt: new Date().toISOString(),
    otherCandidates,
    settings: settingsOf(disclosure, otherCandidates, template.value),
    before: await finishedIn(out),
    tell,
  });
};

/**
 * One pack of every closed record in a folder, of a role or a period, with an index and a manifest. The names of all
 * candidates of the folder are taken out of each other's packs, so that a record that cannot be read stops it before
 * anything is made. The manifest is written after each record, and no file ever stands half-written: stopped at any time,
 * the same command goes on where it was; a file that the manifest did not know yet stays beside the new one. A pack made
 * with other settings is made again.
 */
export const makeBatch = async (
  options: PackOptions,
  records: string,
  tell: (line: string) => void,
): Promise<Result<void, Told>> => {
  const names = (await readdir(records)).filter((name) => name.endsWith(".json")).sort();
  const paths = names.map((name) => join(records, name));
  const batch = await prepared(options, paths, tell);
  if (!batch.ok) return batch;
  const { before, madeAt, template } = batch.value;
  let done: readonly Entry[] = [];
  for (const [index, path] of paths.entries()) {
    const made = await packsOf(batch.value, path, done);
    if (!made.ok) return made;
    done = [...done, ...made.value];
    const later = before.filter((entry) => !done.some(({ file }) => file === entry.file));
    const noted = await saveManifest(options.out, [...done, ...later]);
    if (!noted.ok) return noted;
    tell(`${index + 1} of ${paths.length}`);
  }
  const all = [...done, ...(await keptOf(batch.value, done))];
  const noted = await saveManifest(options.out, all);
  if (!noted.ok) return noted;
  const index = await outlineToWord(indexOutline(all, madeAt), template);
  const saved = await save(join(options.out, "index.docx"), index);
  return saved.ok ? ok(undefined) : saved;
};
