import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { SaveFailure } from "../../contract/files";

/** What writing asks of a file system; a test passes a broken one. */
export interface Disk {
  readonly open: (path: string, flags: string, mode?: number) => Promise<FileHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

export const nodeDisk: Disk = { open, rename, remove: (path) => rm(path, { force: true }) };

export type WriteFailure = Exclude<SaveFailure, { type: "cancelled" }>;

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

/** What a person can do something about; null for a bug. */
export const writeFailureOf = (thrown: unknown, path: string): WriteFailure | null => {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  const type = failureTypes[code];
  return type === undefined ? null : { type, path };
};

/** Readable by this person only: what leaves the program is confidential. */
const ownerOnly = 0o600;

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

/** A file that is being written beside its place. Exactly one of `commit` and `abandon` ends it. */
export interface DraftFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Once this resolved the file is whole, on the disk, and has its name. Where it throws, no rest is left. */
  readonly commit: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

/** Begins a file that takes the place of `path` only when it is whole. Throws what the file system says. */
export const openDraft = async (path: string, disk: Disk): Promise<DraftFile> => {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  const file = await disk.open(draft, "wx", ownerOnly);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await file.close();
  };
  const abandon = async (): Promise<void> => {
    try {
      await close();
    } finally {
      await disk.remove(draft);
    }
  };
  return {
    write: (bytes) => file.writeFile(bytes),
    abandon,
    commit: async () => {
      try {
        await file.sync();
        await close();
        await disk.rename(draft, path);
      } catch (thrown) {
        await abandon();
        throw thrown;
      }
      await syncFolder(disk, dirname(path));
    },
  };
};
