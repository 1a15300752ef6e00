import { actTrouble } from "./act-trouble";
import type { BundleCode } from "./failure-codes";

type Trouble = ReturnType<typeof actTrouble>;

/** Every failure of writing, checking and taking in a bundle, in plain words. */

const nothingTaken = "Nothing of it was taken; the loop is as it was.";
const kept = "The loop is on this laptop as before.";

const writing = {
  diskFull: {
    what: "There is not enough room for the file.",
    safe: kept,
    todo: "Use another stick, or make room on this one.",
  },
  notWritable: {
    what: "The file could not be written there.",
    safe: kept,
    todo: "Choose another folder or another stick.",
  },
  folderMissing: {
    what: "That folder is no longer there.",
    safe: kept,
    todo: "Is the stick still plugged in? Choose the place again.",
  },
  noLoopSecret: {
    what: "This laptop does not hold the loop’s secret, so it cannot seal a file for the panel.",
    safe: kept,
    todo: "Let the facilitator’s laptop write the file.",
  },
  gone: {
    what: "Another file was begun meanwhile, so this one was left.",
    safe: kept,
    todo: "Begin again.",
  },
};

const file = {
  notReadable: {
    what: "The file could not be read.",
    safe: nothingTaken,
    todo: "Is the stick still plugged in? Choose the file again.",
  },
  notABundle: {
    what: "That file is no Panelbook loop.",
    safe: nothingTaken,
    todo: "Choose a file that ends in .pbloop.",
  },
  truncated: {
    what: "The file ends too early: it was not copied whole.",
    safe: nothingTaken,
    todo: "Copy it to the stick again, and eject the stick before you pull it out.",
  },
  damaged: {
    what: "The file is damaged, or somebody changed it: it is not what its laptop signed.",
    safe: nothingTaken,
    todo: "Write it again on the laptop it came from.",
  },
  contentsInvalid: {
    what: "The file does not hold what a loop has.",
    safe: nothingTaken,
    todo: "Write it again on the laptop it came from.",
  },
  updateFirst: {
    what: "A newer Panelbook wrote this file.",
    safe: nothingTaken,
    todo: "Update Panelbook on this laptop, then take the file in.",
  },
  tooLarge: {
    what: "The file is larger than any loop.",
    safe: nothingTaken,
    todo: "Write it again on the laptop it came from.",
  },
  doesNotOpen: {
    what: "The file was not sealed with this loop’s secret.",
    safe: nothingTaken,
    todo: "Ask who gave you the file, and have it written again in the loop.",
  },
};

const standing = {
  notInThisLoop: {
    what: "This laptop is in no loop that this file belongs to, so it cannot open it.",
    safe: nothingTaken,
    todo: "Let the facilitator admit this laptop with an invite first; then the file opens.",
  },
  otherLoop: {
    what: "That file is of another loop.",
    safe: nothingTaken,
    todo: "Open it from the list of loops, or choose the file of this one.",
  },
  generationMissing: {
    what: "The file was sealed while this laptop was not in the loop, with a secret it does not hold.",
    safe: nothingTaken,
    todo: "Ask for a newer file, or come into the room once.",
  },
  strangersLaptop: {
    what: "The laptop that wrote this file is not in the loop.",
    safe: nothingTaken,
    todo: "Take a file from a laptop of the panel.",
  },
  removedLaptop: {
    what: "The laptop that wrote this file was removed from the loop, and it holds something written since.",
    safe: nothingTaken,
    todo: "Ask the facilitator.",
  },
  panelUnknown: {
    what: "This laptop does not know yet who is in the loop, and the file does not say.",
    safe: nothingTaken,
    todo: "Take in the facilitator’s file of the whole loop first.",
  },
  entryRefused: {
    what: "Something in the file is not what its author signed.",
    safe: nothingTaken,
    todo: "Write it again on the laptop it came from.",
  },
  stateRefused: {
    what: "The file holds something that no loop has; the same would be refused from a laptop in the room.",
    safe: nothingTaken,
    todo: "Tell the facilitator which laptop it came from.",
  },
};

const worded: Readonly<Record<BundleCode, Trouble>> = { ...writing, ...file, ...standing };
const known: Readonly<Record<string, Trouble>> = worded;

/** A failure of a bundle in plain words; what the keys and the store of this laptop fail of is worded as everywhere. */
export const bundleTrouble = (error: { readonly type: string }): Trouble =>
  known[error.type] ??
  actTrouble(error, { what: "The file could not be used", safe: "What you saved is on this laptop." });
