import type { ResumeRefusal } from "../../../documents/resume/recognise";
import type { DocumentKind } from "../../../domain/candidates/application";
import type { Trouble } from "../../../ui/error-card";

/** What a kept file is, in a word. */
export const kindWords: Readonly<Record<DocumentKind, string>> = {
  pdf: "PDF",
  word: "Word file",
  text: "text",
};

/** What the files of an application say. */
export const documentWords = {
  title: "Files",
  keep: "Keep a file",
  keepAnother: "Keep another file",
  keeping: "Reading the file",
  none: "No file is kept with this application. A PDF, a Word file or a text can be kept, encrypted on this laptop.",
  show: "Show",
  /** A file while names are masked: its own name nearly always says the candidate's. */
  unnamed: (number: number, kind: DocumentKind) => `File ${number} (${kindWords[kind]})`,
  remove: (name: string) => `Remove ${name}`,
  removeQuestion: "Remove it from this laptop?",
  removeConfirm: "Remove",
  notKept: "The file was not kept",
  notRemoved: "The file was not removed",
  notShown: "The file cannot be shown",
  opening: "Opening the file",
  page: (number: number, of: number) => `Page ${number} of ${of}`,
  notDrawn: "This page cannot be drawn. The file may be damaged here; ask for another one.",
  leftOut: (shown: number, of: number) => `The first ${shown} of ${of} pages are shown.`,
  scripts: "This PDF carries scripts. They are not run here; open the file elsewhere only if you trust it.",
  macros:
    "This Word file carries macros. They are not run here; open the file elsewhere only if you trust it.",
  wordsOnly: "The words of the Word file are shown, without its headers and footers, pictures and layout.",
  chosen: "Which file is shown",
} as const;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

const reason = (refusal: ResumeRefusal): string => {
  switch (refusal.type) {
    case "empty":
      return "it is empty";
    case "tooLarge":
      return `it has ${megabytes(refusal.size)}, and at most ${megabytes(refusal.limit)} are kept`;
    case "unpacksTooLarge":
      return `it would unpack to ${megabytes(refusal.size)}, which no resume needs`;
    case "oldWord":
      return "it is in Word’s format of before 2007, or locked with a password";
    case "pdfUnreadable":
      return "it is no PDF that opens; it may be damaged";
    case "wordUnreadable":
      return "it is no Word file that opens; it may be damaged";
    case "pdfLocked":
      return "the PDF is locked with a password";
    case "unknownKind":
      return "it is neither a PDF nor a Word file nor a text";
  }
};

const todo: Readonly<Partial<Record<ResumeRefusal["type"], string>>> = {
  oldWord: "Save it as .docx without a password, or as a PDF.",
  pdfLocked: "Ask for one without a password.",
  tooLarge: "Ask for a smaller one.",
};

/** A file that is not taken or cannot be shown, in plain words; `what` begins the sentence. */
export const resumeTrouble = (refusal: ResumeRefusal, what: string): Trouble => ({
  what: `${what}: ${reason(refusal)}.`,
  safe: "Nothing was changed.",
  todo: todo[refusal.type] ?? "Choose another file.",
});

const refusalTypes: Readonly<Record<ResumeRefusal["type"], true>> = {
  empty: true,
  tooLarge: true,
  unpacksTooLarge: true,
  oldWord: true,
  pdfUnreadable: true,
  wordUnreadable: true,
  pdfLocked: true,
  unknownKind: true,
};

/** Whether a failure is about the file itself and not about where it is kept. */
export const isResumeRefusal = (failure: { readonly type: string }): failure is ResumeRefusal =>
  Object.hasOwn(refusalTypes, failure.type);
