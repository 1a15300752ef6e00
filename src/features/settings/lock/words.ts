import { inTime, type LockState } from "../../../bindings/lock";
import type { Failure } from "../../../bindings/services";
import type { Trouble } from "../../../ui/error-card";

/** What the settings say of the lock. */
export const words = {
  title: "Lock",
  guarded: {
    softwareKey:
      "What is stored about people is encrypted. This system has no key store, so the key lies in your user folder: whoever can copy that folder can read it. Set a passphrase, and nothing opens without it.",
    keyStore:
      "What is stored about people is encrypted, and its key lies in the key store of your system account: it opens when you log in. A passphrase asks once more, and lets you lock Panelbook when you leave it.",
    passphrase: "What is stored about people is encrypted and opens only with your passphrase.",
  } satisfies Record<LockState["protection"], string>,
  hasWords: "Twelve words open it as well, where the passphrase is forgotten.",
  hasWordsForStore: "Twelve words open it as well, where the key store was reset.",
  noWords:
    "Nothing else opens it: a key store that is reset takes everything along. Make twelve words and keep them away from this laptop.",
  theWords: "The words of this laptop",
  openedByWords: "You opened this laptop with its words. Set a new passphrase now.",
  set: "Set a passphrase",
  change: "Change the passphrase",
  remove: "Remove the passphrase",
  removeQuestion: "Type your passphrase to remove it.",
  before: "Passphrase until now",
  passphrase: "New passphrase",
  passphraseHint: "At least ten letters; four words that do not belong together are good and easy to type.",
  again: "The same once more",
  differ: "These are not the same.",
  save: "Set this passphrase",
  cancel: "Cancel",
  makeWords: "Make twelve words",
  makeOtherWords: "Make other words",
  makeOtherQuestion: "The words from before will not open this laptop any more.",
  lockNow: "Lock now",
  after: "Lock by itself after",
  afterHint: "Counted while nobody touches the laptop, never while an interview or a role play is open.",
  minutes: (minutes: number) => (minutes === 60 ? "an hour" : `${minutes} minutes`),
  never: "never",
  saved: "The passphrase is set. It is asked for at the next start, and when you lock.",
  removed: "The passphrase is gone.",
} as const;

const unchanged = "Nothing on this laptop changed.";

/** What went wrong with the lock, what is safe and what to do. */
export const lockTrouble = (failure: Failure): Trouble => {
  switch (failure.type) {
    case "wrongPassphrase":
      return {
        what: "That is not the passphrase of this laptop.",
        safe: unchanged,
        todo: `Try again${inTime(failure.waitSeconds)}.`,
      };
    case "wait":
      return {
        what: "There were several wrong ones, so the next has to wait.",
        safe: unchanged,
        todo: `Try again${inTime(failure.waitSeconds)}.`,
      };
    case "vaultNotWritable":
      return {
        what: "The disk did not take it.",
        safe: unchanged,
        todo: "Free some space, then try again.",
      };
    default:
      return {
        what: "This laptop’s vault does not open.",
        safe: unchanged,
        todo: "Restart the program; if it stays, leave the data where it is and ask for help.",
      };
  }
};
