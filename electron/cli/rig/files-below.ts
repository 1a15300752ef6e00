import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Every file in a folder and in the folders in it. */
export const filesBelow = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
