import { fdatasyncSync, writeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/** Milliseconds that fdatasync takes after `bytes` more were written to the file. */
export const dataSync = (file: FileHandle, bytes: number): number => {
  writeSync(file.fd, new Uint8Array(bytes));
  const started = performance.now();
  fdatasyncSync(file.fd);
  return performance.now() - started;
};

/** A file to write to, on the disk that holds `path`. */
export const openForSync = (path: string): Promise<FileHandle> => open(path, "w");
