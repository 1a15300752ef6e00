import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { err, ok, type Result } from "../../../src/domain/result";
import type { HandlersOf } from "../../contract/channels";
import type { FolderFailure, foldersChannels } from "../../contract/folders";
import { writeFailureOf } from "./draft-file";
import { readTextFile } from "./read-text-file";
import { writeWholeFile } from "./write-whole-file";

const namesIn = async (path: string): Promise<Result<readonly string[], FolderFailure>> => {
  try {
    return ok(await readdir(path));
  } catch (thrown) {
    const failure = writeFailureOf(thrown, path);
    if (failure === null) throw thrown;
    return err(failure);
  }
};

/** Read in pieces; null where the file system says no. */
const hashAt = async (path: string): Promise<string | null> => {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown) return null;
    throw thrown;
  }
  return hash.digest("hex");
};

/** Writes many files into folders a person chose, and into no other. */
export const foldersHandlers = (choose: () => Promise<string | null>): HandlersOf<typeof foldersChannels> => {
  const chosen = new Map<string, string>();
  const inFolder = async <Value>(
    handle: string,
    act: (folder: string) => Promise<Result<Value, FolderFailure>>,
  ): Promise<Result<Value, FolderFailure>> => {
    const folder = chosen.get(handle);
    return folder === undefined ? err({ type: "gone" }) : act(folder);
  };
  return {
    "folders.choose": async () => {
      const path = await choose();
      if (path === null) return err({ type: "cancelled" });
      const handle = randomUUID();
      chosen.set(handle, path);
      return ok({ handle, path });
    },
    "folders.names": ({ handle }) => inFolder(handle, namesIn),
    "folders.readText": ({ handle, name }) =>
      inFolder(handle, async (folder) => {
        const read = await readTextFile(join(folder, name));
        return ok(read.ok ? read.value.text : null);
      }),
    "folders.hashOf": ({ handle, name }) =>
      inFolder(handle, async (folder) => ok(await hashAt(join(folder, name)))),
    "folders.write": ({ handle, name, bytes }) =>
      inFolder(handle, (folder) => writeWholeFile(join(folder, name), bytes)),
  };
};
