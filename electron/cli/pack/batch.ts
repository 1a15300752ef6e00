import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BatchFolder, makePackBatch } from "../../../src/documents/batch/make-batch";
import { documentName, documentsFor } from "../../../src/documents/outlines/pack-set";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { err, ok, type Result } from "../../../src/domain/result";
import { hashOf, readRecord, readTemplate, save } from "./make-packs";
import type { PackOptions } from "./options";
import { type Told, told } from "./told";

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

const folderAt = (path: string): BatchFolder<Told> => ({
  names: async () => {
    await mkdir(path, { recursive: true });
    return ok(await readdir(path));
  },
  readText: async (name) => {
    const bytes = await bytesAt(join(path, name));
    return bytes === null ? null : new TextDecoder().decode(bytes);
  },
  hashOf: async (name) => {
    const bytes = await bytesAt(join(path, name));
    return bytes === null ? null : sha256(bytes);
  },
  write: async (name, bytes) => {
    await mkdir(path, { recursive: true });
    return save(join(path, name), bytes);
  },
});

/** One pack of every closed record in a folder of records' files, of a role or a period: see `makePackBatch`. */
export const makeBatch = async (
  options: PackOptions,
  records: string,
  tell: (line: string) => void,
): Promise<Result<void, Told>> => {
  const { audience, out, disclosure, otherCandidates } = options;
  if (audience === null) return told("--records needs --audience NAME");
  const template = await readTemplate(options);
  if (!template.ok) return template;
  const names = (await readdir(records)).filter((name) => name.endsWith(".json")).sort();
  const made = await makePackBatch<Told>({
    ...options,
    folder: folderAt(out),
    records: names.map((name) => () => readRecord(join(records, name))),
    audience,
    disclosure,
    template: template.value,
    madeAt: new Date().toISOString(),
    otherCandidates,
    dayOf: (at) => at.slice(0, 10),
    recordHash: async (record) => hashOf(record),
    sha256: async (bytes) => sha256(bytes),
    documents: async (record, facts) =>
      documentsFor(record, audience, facts).map((document) => ({
        name: documentName(record, document),
        bytes: async () => ok(await outlineToWord(document.outline, template.value)),
      })),
    word: async (outline) => ok(await outlineToWord(outline, template.value)),
    tellFile: tell,
    tellProgress: (done, of) => tell(`${done} of ${of}`),
    stopped: () => ok(undefined),
  });
  if (!made.ok) {
    const { error } = made;
    return error.type === "folderTaken"
      ? told(`${out} has a ${error.path} of its own; choose an empty folder`)
      : err(error);
  }
  if (made.value.leftAlone > 0) tell(`${made.value.leftAlone} changed by somebody and left alone`);
  return ok(undefined);
};
