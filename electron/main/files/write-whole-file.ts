import { err, ok, type Result } from "../../../src/domain/result";
import type { SavedFile } from "../../contract/files";
import { type Disk, nodeDisk, openDraft, type WriteFailure, writeFailureOf } from "./draft-file";

export { type Disk, nodeDisk } from "./draft-file";

/** Once the draft is made it never stays, whatever happens; where it could not be made there is nothing to remove. */
const writeThroughDraft = async (disk: Disk, path: string, bytes: Uint8Array): Promise<void> => {
  const draft = await openDraft(path, disk);
  try {
    await draft.write(bytes);
  } catch (thrown) {
    await draft.abandon();
    throw thrown;
  }
  await draft.commit();
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
    return ok({ path });
  } catch (thrown) {
    const failure = writeFailureOf(thrown, path);
    if (failure === null) throw thrown;
    return err(failure);
  }
};
