import { memoryTexts, type Texts } from "./texts";

/** A file of which any stretch can be read and written at once, as workers have it. */
export interface IndexFile {
  readonly size: () => number;
  readonly read: (at: number, bytes: number) => Uint8Array<ArrayBuffer>;
  readonly write: (at: number, bytes: Uint8Array) => void;
  readonly truncate: (bytes: number) => void;
  readonly flush: () => void;
}

/** Where an index is kept: its texts, and two files of which the newer whole one counts. */
export interface IndexDisk {
  readonly texts: Texts;
  readonly files: readonly IndexFile[];
  readonly flushTexts: () => void;
}

/** Opens every file or none: one that stays open would refuse the next attempt, too. */
export const openAll = async <File extends { readonly close: () => void }>(
  names: readonly string[],
  open: (name: string) => Promise<File>,
): Promise<readonly File[]> => {
  const opened: File[] = [];
  try {
    for (const name of names) opened.push(await open(name));
    return opened;
  } catch (error) {
    for (const file of opened) file.close();
    throw error;
  }
};

/** Keeps nothing beyond the program's end. */
export const memoryDisk = (): IndexDisk => ({
  texts: memoryTexts(),
  files: [],
  flushTexts: () => undefined,
});

/** Texts in a file. What lies behind the end an index knows of was never kept and is written over. */
export const fileTexts = (file: IndexFile): Texts => {
  let size = file.size();
  return {
    append: (bytes) => {
      file.write(size, bytes);
      size += bytes.length;
      return size - bytes.length;
    },
    read: file.read,
    size: () => size,
    cutTo: (bytes) => {
      size = Math.min(size, bytes);
    },
  };
};
