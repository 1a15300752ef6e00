import type { SavePageFailure } from "../../bindings/services";
import type { Trouble } from "../../ui/error-card";

const unchanged = "Nothing in the loop was changed, and no half file was left behind.";

/** Every failure of saving the board; a kind without words does not compile. */
const saving: Readonly<Record<Exclude<SavePageFailure["type"], "cancelled">, Trouble>> = {
  diskFull: {
    what: "The disk is full, so the board was not written.",
    safe: unchanged,
    todo: "Free some space or choose another disk, then save again.",
  },
  notWritable: {
    what: "That folder does not let this program write.",
    safe: unchanged,
    todo: "Choose another folder.",
  },
  folderMissing: {
    what: "That folder is not there any more.",
    safe: unchanged,
    todo: "Choose another folder.",
  },
  notDrawn: {
    what: "The board could not be laid out for paper.",
    safe: unchanged,
    todo: "Try again; if it stays, close other programs first.",
  },
};

/** A failure of saving the board in plain words. */
export const printTrouble = (failure: Exclude<SavePageFailure, { type: "cancelled" }>): Trouble => {
  const words = saving[failure.type];
  return "path" in failure ? { ...words, what: `${words.what} (${failure.path})` } : words;
};
