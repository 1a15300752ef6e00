import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { gunzipSync, unzipSync } from "fflate";
import { filesBelow } from "../files-below";
import { compressedValues, logRecords, tableBlocks } from "./database-blocks";
import { spellingsOf } from "./spellings";

/** A planted text that was found, where and how. */
export interface Found {
  readonly text: string;
  readonly file: string;
  readonly how: string;
}

const zipMark = Buffer.from("504b0304", "hex");
const gzipMark = Buffer.from("1f8b08", "hex");

/** What an archive holds; a file that only begins like one holds nothing. */
const unpacked = (bytes: Buffer): readonly Buffer[] => {
  try {
    if (bytes.subarray(0, 4).equals(zipMark))
      return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part));
    return bytes.subarray(0, 3).equals(gzipMark) ? [Buffer.from(gunzipSync(bytes))] : [];
  } catch (error) {
    if (error instanceof Error && "code" in error) return [];
    throw error;
  }
};

/** A file as it lies there, and everything inside it that is packed. */
const layersOf = (name: string, bytes: Buffer): readonly Buffer[] => {
  const inside = [
    ...tableBlocks(bytes),
    ...(name.endsWith(".log") ? [logRecords(bytes)] : []),
    ...unpacked(bytes),
  ];
  const layers = [bytes, ...inside];
  return [...layers, ...layers.flatMap(compressedValues)];
};

/** Looks for texts in every file below a folder, in every spelling and inside what is packed; names of files count, too. */
export const searchFolder = async (folder: string, texts: readonly string[]): Promise<readonly Found[]> => {
  const wanted = texts.map((text) => ({ text, spellings: spellingsOf(text) }));
  const found: Found[] = [];
  for (const path of await filesBelow(folder)) {
    const file = relative(folder, path);
    const layers = [Buffer.from(file, "utf8"), ...layersOf(file, await readFile(path))];
    for (const { text, spellings } of wanted)
      for (const { how, bytes } of spellings)
        if (layers.some((layer) => layer.includes(bytes))) found.push({ text, file, how });
  }
  return found;
};
