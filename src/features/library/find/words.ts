import { fileTrouble } from "../../../bindings/file-trouble";
import { storageTrouble } from "../../../bindings/storage-trouble";
import type { CopyNote } from "../../../domain/kit/copy-question";
import type { FindKind } from "../../../domain/kit/find/find-entry";
import type { Trouble } from "../../../ui/error-card";

/** What the search over all kits says. */
export const words = {
  library: "Library",
  title: "Find in every role kit",
  note: "Titles, questions, signs and competencies. A slip of the finger is forgiven.",
  field: "What you look for",
  kind: "Kind",
  level: "Level",
  discipline: "Discipline",
  round: "Round",
  all: "All",
  beginning: "Reading the role kits",
  reading: (read: number, kits: number) =>
    `Reading the role kits: ${read} of ${kits}. What was read is found.`,
  stopped: (read: number, kits: number) => `${read} of ${kits} role kits are searched.`,
  progress: "Role kits read",
  stop: "Stop reading",
  readOn: "Read the others",
  count: (shown: number, count: number) => {
    if (count === 0) return "Nothing found";
    return shown === count ? `${count} found` : `${count} found, the best ${shown} shown`;
  },
  nothing: (text: string) =>
    text.trim() === ""
      ? "No role kit has anything under these filters."
      : `Nothing in the role kits matches “${text.trim()}”.`,
  clear: "Look without filters",
  results: "What was found",
  unread: (count: number) =>
    `${count} ${count === 1 ? "role kit" : "role kits"} could not be read and ${count === 1 ? "is" : "are"} not searched.`,
  saveBank: "Save all questions as CSV",
  stopBank: "Stop",
  bankName: "Questions of every role kit.csv",
  bankReading: (read: number, kits: number) => `Reading the questions: ${read} of ${kits} role kits`,
  bankSaved: (path: string, unread: number) =>
    unread === 0
      ? `Saved as ${path}`
      : `Saved as ${path}, without ${unread} ${unread === 1 ? "role kit" : "role kits"} that could not be read`,
  copyTo: "Copy into",
  copyPlaceholder: "Choose a role kit",
  copied: (title: string) =>
    `Copied into the draft of “${title}” with its signs. No loop uses it there before it is published.`,
} as const;

export const kindWords: Readonly<Record<FindKind, string>> = {
  kit: "Role kit",
  competency: "Competency",
  competencyQuestion: "Competency question",
  attitudeQuestion: "Attitude question",
  exercise: "Exercise",
};

/** What a copied question brought along or left, in one sentence. */
export const copyNote = (note: CopyNote): string => {
  switch (note.type) {
    case "competencyAdded":
      return `The competency “${note.name}” came along.`;
    case "attitudeAdded":
      return `The attitude “${note.name}” came along.`;
    case "disciplineAdded":
      return `The discipline “${note.name}” came along.`;
    case "everyLevel":
      return "That kit has none of its levels: it is asked at every level there.";
    case "roundLeftOut":
      return `That kit has no round “${note.name}”: it belongs to no round there.`;
  }
};

/** Why a question was not copied. */
export const copyTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, {
    what: "The question could not be copied",
    safe: "The other role kit is as it was.",
  });

/** Why the kits cannot be searched. */
export const findTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, { what: "The role kits could not be read", safe: "Nothing was changed." });

/** Why the questions of all kits were not saved, in one line. */
export const bankFailed = (error: { readonly type: string }): string => {
  const { what, todo } = fileTrouble(error, { what: "Not saved", safe: "The role kits are as they were." });
  return `${what} ${todo}`;
};
