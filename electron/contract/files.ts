import { z } from "zod";
import type { Result } from "../../src/domain/result";
import { channel } from "./channels";

/** What a file holds; decides the name's ending and the dialog's filter. */
export const fileKinds = [
  "word",
  "pdf",
  "kit",
  "bundle",
  "handOver",
  "invite",
  "text",
  "json",
  "csv",
  "calendar",
] as const;
export type FileKind = (typeof fileKinds)[number];

/** The largest text file the program opens, in bytes. */
export const openTextLimit = 5 * 1024 * 1024;

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, "bytes expected");

export const saveFileSchema = z.strictObject({
  kind: z.enum(fileKinds),
  /** A name without folder; main replaces what a file system refuses. */
  suggestedName: z.string().min(1).max(200),
  bytes: bytesSchema,
});
export type SaveFileRequest = Readonly<z.input<typeof saveFileSchema>>;

export interface SavedFile {
  /** Absolute path of the written file. */
  readonly path: string;
}

/** `path` is where the file should have gone; nothing half-written is left there. */
export type SaveFailure =
  | { readonly type: "cancelled" }
  | { readonly type: "diskFull"; readonly path: string }
  | { readonly type: "notWritable"; readonly path: string }
  | { readonly type: "folderMissing"; readonly path: string };

export const savePageSchema = z.strictObject({ suggestedName: z.string().min(1).max(200) });
export type SavePageRequest = Readonly<z.input<typeof savePageSchema>>;

/** `notDrawn`: the page could not be laid out for paper; trying again may help. */
export type SavePageFailure = SaveFailure | { readonly type: "notDrawn" };

export const openTextSchema = z.strictObject({ kind: z.enum(["kit", "invite", "text", "json", "calendar"]) });
export type OpenTextRequest = Readonly<z.input<typeof openTextSchema>>;

export interface OpenedText {
  /** The file's name without its folder. */
  readonly name: string;
  readonly text: string;
}

/**
 * `tooLarge`: `size` and `limit` in bytes. `notText`: bytes that are not UTF-8, or a zero byte, as in a Word file
 * or a picture. `notReadable`: gone, a folder, or no permission.
 */
export type OpenTextFailure =
  | { readonly type: "cancelled" }
  | { readonly type: "tooLarge"; readonly path: string; readonly size: number; readonly limit: number }
  | { readonly type: "notText"; readonly path: string }
  | { readonly type: "notReadable"; readonly path: string };

export const filesChannels = {
  "files.save": channel<Result<SavedFile, SaveFailure>>().with(saveFileSchema),
  /** The page the window shows, laid out for paper and written as a PDF. */
  "files.savePage": channel<Result<SavedFile, SavePageFailure>>().with(savePageSchema),
  "files.openText": channel<Result<OpenedText, OpenTextFailure>>().with(openTextSchema),
};
