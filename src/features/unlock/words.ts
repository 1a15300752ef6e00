import { inTime } from "../../bindings/lock";
import type { Failure } from "../../bindings/services";

/** What a locked laptop says. */
export const words = {
  title: "Panelbook is locked",
  text: "Everything about people on this laptop is encrypted until you open it.",
  passphrase: "Passphrase",
  open: "Open",
  forgotten: "I forgot the passphrase",
  storeRefuses:
    "The key store of this system account does not give back the key of this laptop: it was reset, or this is another account. Nothing was changed.",
  noWords:
    "No words were made for this laptop. Log in with the account it was used with, or restore that account’s key store.",
  words: "The twelve words of this laptop",
  wordsHint: "In the order in which they were shown.",
  openWithWords: "Open with the words",
  backToPassphrase: "Type the passphrase instead",
} as const;

/** One line under the field. */
export const unlockTrouble = ({ type, waitSeconds, word, file }: Failure): string => {
  switch (type) {
    case "wrongPassphrase":
      return `That is not the passphrase. Try again${inTime(waitSeconds)}.`;
    case "wait":
      return `There were several wrong ones. Try again${inTime(waitSeconds)}.`;
    case "unknownWord":
      return `“${String(word)}” is none of the words they are made of. Look at it again.`;
    case "wordsDoNotFit":
      return "These are not twelve such words. Check their number, order and spelling.";
    case "wrongWords":
      return "These are the words of another laptop, or older ones of this.";
    case "vaultNotWritable":
      return "The disk refuses to be read. Free some space, then try again.";
    case "vaultDamaged":
      return `The file ${String(file)} is damaged. Leave it where it is and ask for help.`;
    default:
      return "It does not open. Restart the program; if it stays, leave the data where it is and ask for help.";
  }
};
