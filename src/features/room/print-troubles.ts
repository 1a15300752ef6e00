import { fileTrouble } from "../../bindings/file-trouble";
import type { SavePageFailure } from "../../bindings/services";
import type { Trouble } from "../../ui/error-card";

/** A failure of saving the board in plain words. */
export const printTrouble = (failure: SavePageFailure): Trouble =>
  fileTrouble(failure, {
    what: "The board was not written",
    safe: "Nothing in the loop was changed, and no half file was left behind.",
  });
