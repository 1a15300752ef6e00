import type { BatchOutcome } from "../../../bindings/batch";
import { fileTrouble } from "../../../bindings/file-trouble";
import { counted } from "../../../bindings/name-lists";
import { indexName } from "../../../documents/batch/manifest";
import type { Trouble } from "../../../ui/error-card";

/** Every text of the packs of many records. */
export const words = {
  title: "Packs of many records",
  hint: "One pack of each closed record into a folder, with an index and a list of every file’s SHA-256. Except in HR files no pack names another candidate. Made again into the same folder, it goes on where it stopped, and packs that somebody changed stay as they are.",
  forWhom: "For whom",
  role: "Role",
  everyRole: "Every role",
  from: "Decided from",
  to: "Decided until",
  make: "Choose a folder and make them",
  cancel: "Cancel",
  making: "Making the packs",
} as const;

export const progressLine = (done: number, of: number): string =>
  `${words.making}: ${done} of ${counted(of, "record")} done`;

const lackingLine = (lacking: number): string => {
  if (lacking === 0) return "";
  const isOne = lacking === 1;
  return ` The record of ${counted(lacking, "decided loop")} ${isOne ? "is" : "are"} not on this laptop yet; look at ${isOne ? "its" : "their"} room.`;
};

/** What was made and where; an empty batch says so. */
export const outcomeLine = ({ path, packs, leftAlone, lacking }: BatchOutcome): string => {
  const made =
    packs === 0
      ? "No closed record of this role and period is on this laptop"
      : `${counted(packs, "pack")} in ${path}, listed in ${indexName}`;
  const changed =
    leftAlone === 0
      ? ""
      : ` ${counted(leftAlone, "file")} changed since ${leftAlone === 1 ? "was" : "were"} left alone; new packs stand beside ${leftAlone === 1 ? "it" : "them"}.`;
  return `${made}.${changed}${lackingLine(lacking)}`;
};

export const batchTrouble = (error: { readonly type: string; readonly path?: unknown }): Trouble =>
  fileTrouble(error, {
    what: "Not every pack was made",
    safe: "What is in the folder is whole and in its manifest; made again, it goes on from there.",
  });

export const stoppedLine = "Stopped. What is in the folder is whole; made again, it goes on from there.";
