import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "../../../src/domain/result";
import type { JournalFailure } from "../../contract/journal";

/** So many databases that did not open are kept for whoever can mend them. */
const kept = 3;

const copyAside = async (userDataPath: string, now: Date): Promise<void> => {
  const aside = join(userDataPath, "set-aside");
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const name = now.toISOString().replaceAll(":", "-");
  await cp(join(userDataPath, "IndexedDB"), join(aside, name), { recursive: true });
  const older = (await readdir(aside)).sort().slice(0, -kept);
  for (const old of older) await rm(join(aside, old), { recursive: true, force: true });
};

/**
 * Copies the database's files aside, then lets the browser clear them, so that an empty one can be filled from the
 * journal. Where the copy fails nothing is cleared.
 */
export const setDatabaseAside = async (
  userDataPath: string,
  now: Date,
  clear: () => Promise<void>,
): Promise<Result<undefined, JournalFailure>> => {
  try {
    await copyAside(userDataPath, now);
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && typeof thrown.code === "string")) throw thrown;
    return err({ type: "journalFailed", code: thrown.code });
  }
  await clear();
  return ok(undefined);
};
