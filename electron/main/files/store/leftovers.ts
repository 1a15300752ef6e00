import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** How drafts of files begin that come whole and need no name of their own. */
export const putPrefix = "put-";

const leftover = new RegExp(`^${Buffer.from(putPrefix).toString("hex")}[0-9a-f]*\\.part$`);

const code = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";

/** A folder or file that went meanwhile, or that this person may not read, leaves nothing to sweep. */
const orNone = async <Value>(act: Promise<Value>, none: Value): Promise<Value> => {
  try {
    return await act;
  } catch (thrown) {
    if (["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EBUSY", "EIO"].includes(code(thrown))) return none;
    throw thrown;
  }
};

/** Removes unfinished puts below `folder` that were last written before `before`, in milliseconds since 1970. */
export const sweepLeftovers = async (folder: string, before: number): Promise<void> => {
  for (const subject of await orNone(readdir(folder), []))
    for (const name of await orNone(readdir(join(folder, subject)), [])) {
      if (!leftover.test(name)) continue;
      const path = join(folder, subject, name);
      const written = await orNone(
        stat(path).then(({ mtimeMs }) => mtimeMs),
        before,
      );
      if (written < before) await orNone(rm(path, { force: true }), undefined);
    }
};
