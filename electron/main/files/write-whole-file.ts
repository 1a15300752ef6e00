import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { err, ok, type Result } from "../../../src/domain/result";
import type { SavedFile, SaveFailure } from "../../contract/files";

/** What writing asks of a file system; a test passes a broken one. */
export interface Disk {
  readonly open: (path: string, flags: string, mode?: number) => Promise<FileHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

export const nodeDisk: Disk = { open, rename, remove: (path) => rm(path, { force: true }) };

type WriteFailure = Exclude<SaveFailure, { type: "cancelled" }>;

const failureTypes: Readonly<Record<string, WriteFailure["type"]>> = {
  ENOSPC: "diskFull",
  EDQUOT: "diskFull",
  EFBIG: "diskFull",
  EACCES: "notWritable",
  EPERM: "notWritable",
  EROFS: "notWritable",
  EBUSY: "notWritable",
  EISDIR: "notWritable",
  ENOENT: "folderMissing",
  ENOTDIR: "folderMissing",
};

const failureOf = (thrown: unknown, path: string): WriteFailure | null => {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  const type = failureTypes[code];
  return type === undefined ? null : { type, path };
};

/** Readable by this person only: what leaves the program is confidential. */
const ownerOnly = 0o600;

const fill = async (file: FileHandle, bytes: Uint8Array): Promise<void> => {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Once the draft is made it never stays, whatever happens; where it could not be made there is nothing to remove. */
const writeThroughDraft = async (disk: Disk, path: string, bytes: Uint8Array): Promise<void> => {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  const file = await disk.open(draft, "wx", ownerOnly);
  try {
    await fill(file, bytes);
    await disk.rename(draft, path);
  } finally {
    await disk.remove(draft);
  }
};

/** The new name itself must survive a power cut; Windows has no such call and needs none. */
const syncFolder = async (disk: Disk, folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await disk.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes a file beside its place and moves it there once it is whole and on the disk. On a failure the place still
 * holds what it held before and no rest is left.
 */
export const writeWholeFile = async (
  path: string,
  bytes: Uint8Array,
  disk: Disk = nodeDisk,
): Promise<Result<SavedFile, WriteFailure>> => {
  try {
    await writeThroughDraft(disk, path, bytes);
    await syncFolder(disk, dirname(path));
    return ok({ path });
  } catch (thrown) {
    const failure = failureOf(thrown, path);
    if (failure === null) throw thrown;
    return err(failure);
  }
};
