import type { Failure } from "../../bindings/services";
import type { QuestionState } from "../../domain/card/card";
import type { Trouble } from "../../ui/error-card";

/** Every text of the prep card's screen. */

export const stateWords: Record<QuestionState, string> = {
  open: "not asked yet",
  asked: "asked",
  notAsked: "not asked",
  skippedForTime: "skipped for time",
  prompted: "asked, with a prompt",
};

export const notArrived: Trouble = {
  what: "The plan or the role kit of this loop has not arrived whole yet.",
  safe: "Nothing is lost.",
  todo: "Stay in the room: it comes as soon as a colleague’s laptop is reached.",
};

/** A failure to save the card as a file. */
export const saveTrouble = (error: Failure): Trouble => ({
  what: `The prep card was not saved (${error.type}).`,
  safe: "The loop is untouched.",
  todo: "Choose another folder, or free disk space, and save it again.",
});
