import { z } from "zod";
import { safeFileName } from "../../src/domain/file-name";
import type { Result } from "../../src/domain/result";
import { channel } from "./channels";
import type { SavedFile, SaveFailure } from "./files";

/** A folder a person chose; main remembers it under its handle until the program ends. */
export interface ChosenFolder {
  readonly handle: string;
  /** Absolute, to be shown. */
  readonly path: string;
}

/** `gone`: no folder was chosen under that handle. */
export type FolderFailure = Exclude<SaveFailure, { type: "cancelled" }> | { readonly type: "gone" };

const handle = z.string().min(1).max(60);
/** A plain name that every file system takes: nothing outside the folder can be named. */
const name = z
  .string()
  .min(1)
  .max(255)
  .refine((wish) => safeFileName(wish) === wish, { error: "not a plain file name" });
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, "bytes expected");

export const folderNameSchema = z.strictObject({ handle, name });
export const folderWriteSchema = z.strictObject({ handle, name, bytes });

export const foldersChannels = {
  "folders.choose": channel<Result<ChosenFolder, { readonly type: "cancelled" }>>().with(z.undefined()),
  "folders.names": channel<Result<readonly string[], FolderFailure>>().with(z.strictObject({ handle })),
  /** The text of a file of at most 5 MB, or null where there is none to read. */
  "folders.readText": channel<Result<string | null, FolderFailure>>().with(folderNameSchema),
  /** SHA-256 of a file in hexadecimal, or null where there is none to read. */
  "folders.hashOf": channel<Result<string | null, FolderFailure>>().with(folderNameSchema),
  "folders.write": channel<Result<SavedFile, FolderFailure>>().with(folderWriteSchema),
};
