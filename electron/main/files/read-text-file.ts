import { open } from "node:fs/promises";
import { basename } from "node:path";
import { err, ok, type Result } from "../../../src/domain/result";
import { type OpenedText, type OpenTextFailure, openTextLimit } from "../../contract/files";

type ReadFailure = Exclude<OpenTextFailure, { type: "cancelled" }>;

/** The text of UTF-8 bytes without a byte order mark, or null for anything else. */
const textOf = (bytes: Uint8Array): string | null => {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (thrown) {
    if (thrown instanceof TypeError) return null;
    throw thrown;
  }
};

interface Content {
  readonly size: number;
  /** Null where there is more than the limit. */
  readonly bytes: Uint8Array | null;
}

/** Never reads more than one byte over the limit, whatever size a device or a growing file claims. */
const contentOf = async (path: string): Promise<Content> => {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size > openTextLimit) return { size, bytes: null };
    const parts: Buffer[] = [];
    for await (const part of file.createReadStream({ end: openTextLimit, autoClose: false }))
      parts.push(part);
    const bytes = Buffer.concat(parts);
    return { size: bytes.length, bytes: bytes.length > openTextLimit ? null : bytes };
  } finally {
    await file.close();
  }
};

/** The content, or null where the file system says no: gone, a folder, no permission, a broken disk. */
const readable = async (path: string): Promise<Content | null> => {
  try {
    return await contentOf(path);
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return null;
    throw thrown;
  }
};

/** Reads a file a person chose as text; refuses what is larger than the limit or is not text. */
export const readTextFile = async (path: string): Promise<Result<OpenedText, ReadFailure>> => {
  const content = await readable(path);
  if (content === null) return err({ type: "notReadable", path });
  if (content.bytes === null)
    return err({ type: "tooLarge", path, size: content.size, limit: openTextLimit });
  const text = textOf(content.bytes);
  return text === null ? err({ type: "notText", path }) : ok({ name: basename(path), text });
};
