import { err, ok, type Result } from "../../domain/result";
import { unpackedSize } from "../sheet/unpacked-size";

/** The largest resume that is kept, in bytes. */
export const resumeLimit = 25 * 1024 * 1024;
/** How large a Word file may be unpacked, and how long a text, in bytes. */
export const unpackedLimit = 100 * 1024 * 1024;
const textLimit = 1024 * 1024;

/** What the bytes are; the file's name does not decide. */
export interface Recognised {
  readonly kind: "pdf" | "word" | "text";
  /** The Word file carries macros; they are never run. */
  readonly macros: boolean;
}

export type ResumeRefusal =
  | { readonly type: "empty" }
  | { readonly type: "tooLarge"; readonly size: number; readonly limit: number }
  /** A small file that unpacks to something huge. */
  | { readonly type: "unpacksTooLarge"; readonly size: number; readonly limit: number }
  /** Word's format before 2007, or a Word file locked with a password: from outside they look the same. */
  | { readonly type: "oldWord" }
  /** It begins as one and cannot be opened. */
  | { readonly type: "pdfUnreadable" | "wordUnreadable" }
  | { readonly type: "pdfLocked" }
  /** None of the three: a picture, a program. */
  | { readonly type: "unknownKind" };

const startsWith = (bytes: Uint8Array, ...marks: readonly number[]): boolean =>
  marks.every((mark, at) => bytes[at] === mark);

const latin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** A PDF's header may stand behind other bytes, within its first 1024 (PDF 1.7, H.3.4.1). */
const isPdf = (bytes: Uint8Array): boolean => latin(bytes.subarray(0, 1024)).includes("%PDF-");

const recogniseZip = (bytes: Uint8Array): Result<Recognised, ResumeRefusal> => {
  const size = unpackedSize(bytes);
  if (size > unpackedLimit) return err({ type: "unpacksTooLarge", size, limit: unpackedLimit });
  // Names of parts stand uncompressed in a ZIP.
  const names = latin(bytes);
  if (!names.includes("word/document")) return err({ type: "unknownKind" });
  return ok({ kind: "word", macros: names.includes("vbaProject.bin") });
};

/** The text of a plain file: UTF-8, or else Windows-1252; null where the bytes are no text. */
export const plainText = (bytes: Uint8Array): string | null => {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** How much of a text may be control characters: a picture without a zero byte has many more. */
const isProse = (text: string): boolean => {
  const controls = [...text.slice(0, 4000)].filter((char) => char < " " && !"\t\r\n\f".includes(char));
  return controls.length === 0;
};

const recogniseText = (bytes: Uint8Array): Result<Recognised, ResumeRefusal> => {
  if (bytes.length > textLimit) return err({ type: "tooLarge", size: bytes.length, limit: textLimit });
  const text = plainText(bytes);
  return text !== null && isProse(text) ? ok({ kind: "text", macros: false }) : err({ type: "unknownKind" });
};

/** What a resume file is by its bytes, or why it is not taken. Whether a PDF or Word file opens is seen on opening it. */
export const recogniseResume = (bytes: Uint8Array): Result<Recognised, ResumeRefusal> => {
  if (bytes.length === 0) return err({ type: "empty" });
  if (bytes.length > resumeLimit) return err({ type: "tooLarge", size: bytes.length, limit: resumeLimit });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return err({ type: "oldWord" });
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return recogniseZip(bytes);
  if (isPdf(bytes)) return ok({ kind: "pdf", macros: false });
  return recogniseText(bytes);
};
