import { basename } from "node:path";
import { ok } from "../../../src/domain/result";
import type { OpenedFile } from "../../contract/opened";
import { readTextFile } from "../files/read-text-file";
import { isInviteLink, openedKind } from "./opened-paths";

/** Files opened from outside that no window has taken yet. */
export interface WaitingFiles {
  readonly add: (paths: readonly string[]) => void;
  readonly take: () => Promise<readonly OpenedFile[]>;
  /** The bundle a window was told of last, once: it stands for the next answer to "which file?". */
  readonly bundleToOpen: () => string | null;
}

/** More would be a mistake of the hand: a whole folder was opened. */
const most = 10;

export const createWaitingFiles = (onWaiting: () => void): WaitingFiles => {
  let waiting: readonly string[] = [];
  let bundle: string | null = null;
  const read = async (path: string): Promise<OpenedFile[]> => {
    if (isInviteLink(path)) return [{ kind: "invite", read: ok({ name: "", text: path }) }];
    const kind = openedKind(path);
    if (kind === null) return [];
    if (kind !== "bundle") return [{ kind, read: await readTextFile(path) }];
    bundle = path;
    return [{ kind, name: basename(path) }];
  };
  return {
    add: (paths) => {
      if (paths.length === 0) return;
      waiting = [...waiting, ...paths].slice(-most);
      onWaiting();
    },
    take: async () => {
      const taken = waiting;
      waiting = [];
      return (await Promise.all(taken.map(read))).flat();
    },
    bundleToOpen: () => {
      const path = bundle;
      bundle = null;
      return path;
    },
  };
};
