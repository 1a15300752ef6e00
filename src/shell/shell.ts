import type { AppInfo } from "../../electron/contract/app";
import type {
  OpenedText,
  OpenTextFailure,
  OpenTextRequest,
  SavedFile,
  SaveFailure,
  SaveFileRequest,
  SavePageFailure,
  SavePageRequest,
} from "../../electron/contract/files";
import type { FolderFailure } from "../../electron/contract/folders";
import type { OpenedFile } from "../../electron/contract/opened";
import type { Result } from "../domain/result";

export type { AppInfo } from "../../electron/contract/app";
export type {
  FileKind,
  OpenedText,
  OpenTextFailure,
  OpenTextRequest,
  SavedFile,
  SaveFailure,
  SaveFileRequest,
  SavePageFailure,
  SavePageRequest,
} from "../../electron/contract/files";
export type { FolderFailure } from "../../electron/contract/folders";
export type { OpenedFile } from "../../electron/contract/opened";

/** A folder somebody chose to have many files written into. Names are plain ones, as `safeFileName` gives them. */
export interface ChosenFolder {
  /** Absolute, to be shown. */
  readonly path: string;
  readonly names: () => Promise<Result<readonly string[], FolderFailure>>;
  /** The text of a file of at most 5 MB, or null where there is none to read. */
  readonly readText: (name: string) => Promise<string | null>;
  /** SHA-256 of a file in hexadecimal, or null where there is none to read. */
  readonly hashOf: (name: string) => Promise<string | null>;
  /** Writes the whole file or nothing. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<Result<SavedFile, FolderFailure>>;
}

/**
 * What a screen may ask of the desktop. Failures a person can do something about are typed; a bug on the other side
 * of the wall rejects with `ShellBug`.
 */
export interface Shell {
  readonly appInfo: () => Promise<AppInfo>;
  /** Puts text on the clipboard. */
  readonly copyText: (text: string) => Promise<void>;
  /** Asks where to, then writes the whole file or nothing. */
  readonly saveFile: (file: SaveFileRequest) => Promise<Result<SavedFile, SaveFailure>>;
  /** Asks for a folder to write many files into. */
  readonly chooseFolder: () => Promise<Result<ChosenFolder, { readonly type: "cancelled" }>>;
  /** Lays the page that is shown out for paper, asks where to, and writes it as a PDF. */
  readonly savePage: (page: SavePageRequest) => Promise<Result<SavedFile, SavePageFailure>>;
  /** Asks for a file and reads it as UTF-8 text, at most 5 MB. */
  readonly openTextFile: (request: OpenTextRequest) => Promise<Result<OpenedText, OpenTextFailure>>;
  /** Calls the listener each time the machine wakes up; returns the undo. */
  readonly onResumed: (listener: () => void) => () => void;
  /** The files a person opened with the program from outside it since this was last asked, the newest last. */
  readonly takeOpenedFiles: () => Promise<readonly OpenedFile[]>;
  /** Calls the listener when there is a file to take; returns the undo. */
  readonly onOpenedFiles: (listener: () => void) => () => void;
}

/** The desktop side broke its own promise; `reference` finds the entry in its log. */
export class ShellBug extends Error {
  override readonly name = "ShellBug";
  constructor(
    readonly kind: string,
    readonly reference: string,
  ) {
    super(`the desktop side failed: ${kind} ${reference}`);
  }
}
