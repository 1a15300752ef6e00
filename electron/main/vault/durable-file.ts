import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { err, ok, type Result } from "../../../src/domain/result";
import type { VaultFailure } from "../../contract/vault";

/*
 * Small files that hold keys. Everything here is synchronous: a file has a few hundred bytes, and two calls of the window
 * can then never run into each other halfway.
 */

const ownerOnly = 0o600;
const ownerOnlyFolder = 0o700;

const codeOf = (thrown: unknown): string | null =>
  thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : null;

/** What the file system refuses is expected; anything else is a bug. */
const attempt = <Value>(act: () => Value): Result<Value, VaultFailure> => {
  try {
    return ok(act());
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === null) throw thrown;
    return err({ type: "vaultNotWritable", code });
  }
};

const withFile = (path: string, flags: string, act: (file: number) => void): void => {
  const file = openSync(path, flags, ownerOnly);
  try {
    act(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** A new, renamed or removed name is durable only with its folder; Windows has no such call and needs none. */
const syncFolder = (folder: string): void => {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const writeAll = (file: number, bytes: Uint8Array): void => {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
};

const write = (path: string, bytes: Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true, mode: ownerOnlyFolder });
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}.tmp`);
  try {
    withFile(draft, "wx", (file) => writeAll(file, bytes));
    renameSync(draft, path);
    syncFolder(dirname(path));
  } finally {
    rmSync(draft, { force: true });
  }
};

/** What a killed write left behind: it may hold a key that is to be destroyed later. */
const sweep = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name.startsWith(".") && name.endsWith(".tmp")) rmSync(join(folder, name));
};

/** Removes the drafts of writes that were killed halfway. */
export const sweepDrafts = (folder: string): Result<void, VaultFailure> => attempt(() => sweep(folder));

/** Writes a whole file that survives a power cut once this returned ok; before, the old one stands. */
export const writeDurably = (path: string, bytes: Uint8Array): Result<void, VaultFailure> =>
  attempt(() => write(path, bytes));

/** The file's bytes, or null where there is none. */
export const readIfThere = (path: string): Result<Uint8Array | null, VaultFailure> =>
  attempt(() => (existsSync(path) ? new Uint8Array(readFileSync(path)) : null));

/**
 * Overwrites a file and removes it. On a disk that keeps old blocks (flash, snapshots) the bytes may live on, which is why
 * what is erased here is a key wrapped by another key.
 */
const erase = (path: string): void => {
  if (!existsSync(path)) return;
  withFile(path, "r+", (file) => writeAll(file, randomBytes(statSync(path).size)));
  rmSync(path);
  syncFolder(dirname(path));
};

export const eraseFile = (path: string): Result<void, VaultFailure> => attempt(() => erase(path));

/** Gives a file another name in its folder, durably. */
export const renameDurably = (from: string, to: string): Result<void, VaultFailure> =>
  attempt(() => {
    renameSync(from, to);
    syncFolder(dirname(to));
  });
