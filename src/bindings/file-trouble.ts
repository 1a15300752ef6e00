import type { SaveFailure, SavePageFailure } from "../shell/shell";
import type { Failure } from "./services";

/**
 * Why a document was not saved: the worker that makes it broke, the desktop could not write the file, or nobody knows which
 * names have to be taken out of it.
 */
export type ExportFailure =
  | SaveFailure
  | { readonly type: "packFailed"; readonly message: string }
  | { readonly type: "candidatesUnread" }
  /** The closed records of this laptop cannot be read. */
  | { readonly type: "recordsUnread" }
  /** A file of the chosen folder has a name that packs of many records need for their own; `path` is that name. */
  | { readonly type: "folderTaken"; readonly path: string };

/** Every way in which saving a file fails; giving up is none. `bug` is the program's own mistake. */
export type FileCode = Exclude<ExportFailure["type"] | SavePageFailure["type"] | "bug", "cancelled">;

interface Words {
  /** Why it failed, to stand after a colon. */
  readonly reason: string;
  readonly todo: string;
}

const files: Readonly<Record<FileCode, Words>> = {
  diskFull: {
    reason: "the disk is full",
    todo: "Free some space or choose another disk, then save it again.",
  },
  notWritable: { reason: "that folder does not let this program write", todo: "Choose another folder." },
  folderMissing: { reason: "that folder is not there any more", todo: "Choose another folder." },
  notDrawn: {
    reason: "it could not be laid out for paper",
    todo: "Try again; if it stays, close other programs first.",
  },
  packFailed: {
    reason: "the document could not be made",
    todo: "Try again; if it stays, close other programs first.",
  },
  candidatesUnread: {
    reason: "the list of candidates cannot be read, and their names have to be taken out",
    todo: "Restart the program, then make it again.",
  },
  recordsUnread: {
    reason: "a record on this laptop cannot be read",
    todo: "Restart the program, then make them again.",
  },
  folderTaken: {
    reason: "that folder has a file of somebody’s own under a name that is needed",
    todo: "Choose an empty folder, or one that packs were made into before.",
  },
  bug: { reason: "the program made a mistake", todo: "Try again; if it stays, restart the program." },
};

const isFileCode = (type: string): type is FileCode => Object.hasOwn(files, type);

/**
 * A file that was not saved, in plain words, with the place where it happened. `what` is the beginning of a sentence
 * ("The prep card was not saved"), `safe` a whole one. What is no failure of a file is a bug and is worded as one.
 */
export const fileTrouble = (
  error: Pick<Failure, "type"> & { readonly path?: unknown },
  said: { readonly what: string; readonly safe: string },
): { readonly what: string; readonly safe: string; readonly todo: string } => {
  const { reason, todo } = files[isFileCode(error.type) ? error.type : "bug"];
  const where = typeof error.path === "string" ? ` (${error.path})` : "";
  return { what: `${said.what}: ${reason}${where}.`, safe: said.safe, todo };
};
