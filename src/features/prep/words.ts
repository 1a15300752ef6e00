import { fileTrouble } from "../../bindings/file-trouble";
import type { Trouble } from "../../ui/error-card";

/** Every text of the prep card's screen. */

export const notArrived: Trouble = {
  what: "The plan or the role kit of this loop has not arrived whole yet.",
  safe: "Nothing is lost.",
  todo: "Stay in the room: it comes as soon as a colleague’s laptop is reached.",
};

/** A failure to save the card as a file. */
export const saveTrouble = (error: { readonly type: string }): Trouble =>
  fileTrouble(error, { what: "The prep card was not saved", safe: "The loop is untouched." });
