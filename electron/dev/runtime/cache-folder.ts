import { access, constants, mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../project-root";

const usable = async (folder: string): Promise<boolean> => {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
};

/** A folder that outlives this clone where the user's cache can be written, else `.cache` in the project. */
export const cacheFolder = async (): Promise<string> => {
  const shared = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "panelbook");
  if (await usable(shared)) return shared;
  const own = join(projectRoot, ".cache");
  if (await usable(own)) return own;
  throw new Error(`neither ${shared} nor ${own} can be written; set XDG_CACHE_HOME to a folder that can`);
};
