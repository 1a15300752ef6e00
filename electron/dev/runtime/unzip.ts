import { type FileHandle, mkdir, open, writeFile } from "node:fs/promises";
import { dirname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

const inflate = promisify(inflateRaw);

/** One file of an archive as its central directory lists it (APPNOTE.TXT 4.3.12). */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly mode: number;
  readonly offset: number;
}

const stored = 0;
const deflated = 8;
const endSize = 22;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const longestComment = 0xffff;

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error(`the archive ends at byte ${position + bytesRead}`);
  return buffer;
};

/** The central directory's bytes; its place stands in the last record, before an optional comment. */
const centralDirectory = async (file: FileHandle): Promise<Buffer> => {
  const { size } = await file.stat();
  const tail = await readAt(
    file,
    Math.max(0, size - endSize - longestComment),
    Math.min(size, endSize + longestComment),
  );
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || tail.readUInt32LE(at) !== endSignature) throw new Error("this is not a zip archive");
  return readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
};

const entriesOf = (directory: Buffer): readonly Entry[] => {
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== entrySignature)
      throw new Error(`no entry at byte ${at} of the directory`);
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
};

const contentOf = async (file: FileHandle, entry: Entry): Promise<Buffer> => {
  const header = await readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = await readAt(file, start, entry.compressedSize);
  if (entry.method === stored) return bytes;
  if (entry.method === deflated) return inflate(bytes);
  throw new Error(`${entry.name} is compressed by method ${entry.method}`);
};

const inside = (folder: string, name: string): string => {
  const path = normalize(join(folder, name));
  if (!path.startsWith(normalize(folder) + sep))
    throw new Error(`${name} points outside of the archive's folder`);
  return path;
};

/**
 * Unpacks an archive without any program of the machine and keeps the executable bits.
 * @param rename the path below `folder` a file goes to, or null to leave it out
 */
export const unzip = async (
  archive: string,
  folder: string,
  rename: (name: string) => string | null = (name) => name,
): Promise<void> => {
  const file = await open(archive);
  try {
    for (const entry of entriesOf(await centralDirectory(file))) {
      const name = entry.name.endsWith("/") ? null : rename(entry.name);
      if (name === null) continue;
      const path = inside(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await contentOf(file, entry), { mode: entry.mode || 0o644 });
    }
  } finally {
    await file.close();
  }
};
