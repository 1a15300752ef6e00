import { actTrouble } from "../../bindings/act-trouble";
import type { Trouble } from "../../ui/error-card";

/** Every failure of the debrief, in plain words. */

const troubles: Readonly<Record<string, Trouble>> = {
  notRevealed: {
    what: "The cards are not revealed yet.",
    safe: "Every sealed card is safe and closed.",
    todo: "Go to the room; the facilitator reveals when all required cards are in.",
  },
  incomplete: {
    what: "The plan or the role kit has not arrived whole yet.",
    safe: "Nothing is lost.",
    todo: "Stay in the room until a colleague’s laptop is reached.",
  },
  removed: {
    what: "This laptop was taken out of the loop.",
    safe: "Nothing was changed.",
    todo: "Ask the facilitator to record it, or to let this laptop in again.",
  },
  behind: {
    what: "The others hold something of this loop that this laptop does not have, as after an older backup.",
    safe: "Nothing was signed; what you wrote is still on this screen.",
    todo: "Stay in the room until it has arrived, then record the decision again.",
  },
  notAuthority: {
    what: "Only the laptop of the facilitator, or of a deputy who took over, can record the decision.",
    safe: "Nothing was changed.",
    todo: "Ask the facilitator to record it.",
  },
};

export const debriefTrouble = (error: { readonly type: string }): Trouble =>
  troubles[error.type] ??
  actTrouble(error, { what: "The debrief could not be shown", safe: "The cards are on this laptop." });

export const decideTrouble = (error: { readonly type: string }): Trouble =>
  troubles[error.type] ??
  actTrouble(error, {
    what: "The decision could not be recorded",
    safe: "What you wrote is still on this screen.",
  });
