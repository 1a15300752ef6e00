import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { subjectIdSchema } from "../../../src/domain/ids";
import { plainShelf, type Shelf } from "../../contract/journal";
import { syncFolder } from "../sync-folder";

/*
 * A shelf is a folder of its own; its files are numbered and only ever appended to. A subject's folder is named by the
 * letters of its id in hex, since some file systems do not tell upper from lower case.
 */

const ownerOnly = 0o600;
const fileName = /^(\d{6,12})\.journal$/;
const draftName = /\.tmp$/;

export const folderOf = (shelf: Shelf): string =>
  shelf === plainShelf ? plainShelf : Buffer.from(shelf).toString("hex");

/** The shelf a folder is, or null where it is none of the journal's. */
export const shelfOf = (folder: string): Shelf | null => {
  if (folder === plainShelf) return plainShelf;
  return subjectIdSchema.safeParse(Buffer.from(folder, "hex").toString()).data ?? null;
};

export const fileNameOf = (number: number): string => `${String(number).padStart(6, "0")}.journal`;

/** The numbers of a shelf's files, oldest first; none where there is no folder. */
export const fileNumbers = async (folder: string): Promise<readonly number[]> => {
  const names = await readdir(folder).catch((thrown: unknown) => noneWhereMissing(thrown));
  return names
    .flatMap((name) => fileName.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other);
};

/** How long each file is, oldest first. */
export const fileSizes = async (folder: string): Promise<Map<number, number>> => {
  const sizes = new Map<number, number>();
  for (const number of await fileNumbers(folder))
    sizes.set(number, (await stat(join(folder, fileNameOf(number)))).size);
  return sizes;
};

const noneWhereMissing = (thrown: unknown): string[] => {
  if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return [];
  throw thrown;
};

/** Appends to a file and waits for the disk. */
export const appendDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, "a", ownerOnly);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
};

/** Puts a whole file in its place; before it is whole and on the disk, nothing of that name is there. */
export const writeWhole = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
  const draft = join(folder, `${name}.tmp`);
  await rm(draft, { force: true });
  await appendDurably(draft, bytes);
  await rename(draft, join(folder, name));
  await syncFolder(folder);
};

export const removeFiles = async (folder: string, numbers: readonly number[]): Promise<void> => {
  for (const number of numbers) await rm(join(folder, fileNameOf(number)), { force: true });
};

/** What a kill in the middle of thinning left behind. */
export const sweepDrafts = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((thrown: unknown) => noneWhereMissing(thrown));
  for (const name of names) if (draftName.test(name)) await rm(join(folder, name), { force: true });
};

export const readWhole = (folder: string, number: number): Promise<Uint8Array> =>
  readFile(join(folder, fileNameOf(number)));
