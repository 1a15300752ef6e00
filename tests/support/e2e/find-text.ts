import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** The letters of base64 that are the same whatever comes before and after the bytes. */
const base64Core = (bytes: Buffer, before: number): string => {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString("base64")
    .replace(/=+$/, "");
  const from = Math.ceil((before * 8) / 6);
  return text.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
};

/** Every way in which a text is searched for: as itself, in UTF-16, and in base64 at each of its three places. */
const formsOf = (text: string): readonly { readonly form: string; readonly bytes: Buffer }[] => {
  const utf8 = Buffer.from(text, "utf8");
  const utf16 = Buffer.from(text, "utf16le");
  const base64 = [utf8, utf16].flatMap((bytes) => [0, 1, 2].map((before) => base64Core(bytes, before)));
  const urlSafe = base64.map((core) => core.replaceAll("+", "-").replaceAll("/", "_"));
  return [
    { form: "UTF-8", bytes: utf8 },
    { form: "UTF-16LE", bytes: utf16 },
    ...[...new Set([...base64, ...urlSafe])].map((core) => ({ form: "base64", bytes: Buffer.from(core) })),
  ];
};

/** Which forms of the text the bytes hold. */
export const formsIn = (bytes: Buffer, text: string): readonly string[] => [
  ...new Set(
    formsOf(text)
      .filter((wanted) => bytes.includes(wanted.bytes))
      .map(({ form }) => form),
  ),
];

const readIfThere = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path);
  } catch (thrown) {
    // A running program takes files away and leaves sockets; neither is content.
    if (thrown instanceof Error && "code" in thrown && ["ENOENT", "ENXIO"].includes(String(thrown.code))) {
      return Buffer.alloc(0);
    }
    throw thrown;
  }
};

export interface Search {
  /** Files that were read and had content. */
  readonly files: number;
  /** "IndexedDB/000003.log: UTF-8", for each place where one of the texts is. */
  readonly found: readonly string[];
}

/** Looks through every file below a folder, in all forms, for any of the texts. */
export const findText = async (folder: string, texts: readonly string[]): Promise<Search> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  let files = 0;
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readIfThere(path);
    if (bytes.length > 0) files += 1;
    for (const text of texts)
      found.push(...formsIn(bytes, text).map((form) => `${relative(folder, path)}: ${form} of ${text}`));
  }
  return { files, found };
};
