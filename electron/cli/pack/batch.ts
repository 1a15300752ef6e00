import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Block, cell, type Outline, paragraph } from "../../../src/documents/outline";
import { audienceWords } from "../../../src/documents/outlines/audience-words";
import { documentName, documentsFor } from "../../../src/documents/outlines/pack-set";
import { dateWords } from "../../../src/documents/outlines/wording";
import { outlineToWord } from "../../../src/documents/word/word-document";
import type { CompanyTemplate } from "../../../src/domain/company/company-template";
import { type Audience, audiences } from "../../../src/domain/record/audiences";
import { ok, type Result } from "../../../src/domain/result";
import { safeFileName } from "../../main/files/file-name";
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

/** A name nobody has taken yet: two candidates may have one name. */
const freeName = (wish: string, recordHash: string, taken: ReadonlySet<string>): string => {
  const name = safeFileName(`${wish}.docx`);
  return taken.has(name) ? safeFileName(`${wish.slice(0, 150)} ${recordHash.slice(0, 8)}.docx`) : name;
};

interface Batch {
  readonly options: PackOptions;
  readonly audience: Audience;
  readonly template: CompanyTemplate;
  readonly madeAt: string;
  readonly before: readonly Entry[];
  readonly tell: (line: string) => void;
}

const packsOf = async (
  batch: Batch,
  path: string,
  done: readonly Entry[],
): Promise<Result<readonly Entry[], Told>> => {
  const { options, audience, template, madeAt, before, tell } = batch;
  const read = await readRecord(path);
  if (!read.ok) return read;
  const record = read.value;
  if (!isWanted(options, record.plan.kit.title, record.decidedAt)) return ok([]);
  const recordHash = hashOf(record);
  const kept = before.filter((entry) => entry.recordHash === recordHash && entry.audience === audience);
  const whole = await Promise.all(kept.map((entry) => isWhole(options.out, entry)));
  if (kept.length > 0 && whole.every(Boolean)) return ok(kept);
  const others = before.filter((entry) => !kept.includes(entry));
  const facts = {
    recordHash,
    generatedAt: madeAt,
    disclosure: options.disclosure,
    otherCandidates: options.otherCandidates,
  };
  const made: Entry[] = [];
  for (const document of documentsFor(record, audience, facts)) {
    const taken = new Set([...others, ...done, ...made].map(({ file }) => file));
    const file = freeName(documentName(record, document), recordHash, taken);
    const bytes = await outlineToWord(document.outline, template);
    const saved = await save(join(options.out, file), bytes);
    if (!saved.ok) return saved;
    const { candidate, kit } = record.plan;
    made.push({
      file,
      sha256: sha256(bytes),
      recordHash,
      audience,
      candidate: candidate.name,
      role: kit.title,
      decidedAt: record.decidedAt,
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

/**
 * One pack of every closed record in a folder, of a role or a period, with an index and a manifest. The manifest is written after
 * each record, and no file ever stands half-written: stopped at any time, the same command goes on where it was.
 */
export const makeBatch = async (
  options: PackOptions,
  records: string,
  tell: (line: string) => void,
): Promise<Result<void, Told>> => {
  if (options.audience === null) return told("--records needs --audience NAME");
  const template = await readTemplate(options);
  if (!template.ok) return template;
  await mkdir(options.out, { recursive: true });
  const before = await finishedIn(options.out);
  const batch = { options, audience: options.audience, template: template.value, before, tell };
  const madeAt = new Date().toISOString();
  const paths = (await readdir(records)).filter((name) => name.endsWith(".json")).sort();
  let done: readonly Entry[] = [];
  for (const [index, name] of paths.entries()) {
    const made = await packsOf({ ...batch, madeAt }, join(records, name), done);
    if (!made.ok) return made;
    done = [...done, ...made.value];
    const later = before.filter((entry) => !done.some(({ file }) => file === entry.file));
    const noted = await saveManifest(options.out, [...done, ...later]);
    if (!noted.ok) return noted;
    tell(`${index + 1} of ${paths.length}`);
  }
  const noted = await saveManifest(options.out, done);
  if (!noted.ok) return noted;
  const index = await outlineToWord(indexOutline(done, madeAt), template.value);
  const saved = await save(join(options.out, "index.docx"), index);
  return saved.ok ? ok(undefined) : saved;
};
