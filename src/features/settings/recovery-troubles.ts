import type { Failure } from "../../bindings/services";
import type { Trouble } from "../../ui/error-card";

const unchanged = "Nothing on this laptop changed.";

/** What went wrong with a recovery key, what is safe and what to do. */
export const recoveryTrouble = ({ type, word, file }: Failure): Trouble => {
  switch (type) {
    case "unknownWord":
      return {
        what: `“${String(word)}” is none of the words a recovery key is made of.`,
        safe: unchanged,
        todo: "Look at that word again: four letters are enough to tell each from all others.",
      };
    case "wordsDoNotFit":
      return {
        what: "These are not the twelve words of a recovery key.",
        safe: unchanged,
        todo: "Check that there are twelve, in the order in which they were shown, and each is spelt right.",
      };
    case "laptopBorrowed":
      return {
        what: "A loop on this laptop was opened by somebody who borrowed it. A new key would take the place of its owner’s.",
        safe: unchanged,
        todo: "Make your recovery key on your own laptop; here, once the borrowed loop was taken off.",
      };
    case "vaultNotWritable":
      return {
        what: "The disk did not take the key.",
        safe: unchanged,
        todo: "Free some space, then try again.",
      };
    case "vaultDamaged":
      return {
        what: `The file ${String(file)} of this laptop’s vault is damaged.`,
        safe: "Cards are not sealed while it is, so that none is sealed without its recovery key.",
        todo: "Restart the program; if it stays, leave the file where it is and ask for help.",
      };
    default:
      return {
        what: "This laptop’s vault does not open.",
        safe: unchanged,
        todo: "Restart the program; if it stays, leave the data where it is and ask for help.",
      };
  }
};
