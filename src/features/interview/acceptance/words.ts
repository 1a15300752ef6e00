import { actTrouble } from "../../../bindings/act-trouble";
import type { Trouble } from "../../../ui/error-card";

/** What a panelist accepts, as it is signed word for word. */
export const acceptanceWording =
  "What I hear and read in this loop I talk about with the panel only. I have no reason, private or professional, not to judge this candidate freely, except what I declare here.";

const unsaid: Trouble = {
  what: "Say whether you have a conflict of interest.",
  safe: "The interview has not started; nothing was written.",
  todo: "Press N if you have none, or declare the one you have.",
};

export const acceptTrouble = (error: { readonly type: string }): Trouble =>
  error.type === "conflictUnsaid"
    ? unsaid
    : actTrouble(error, {
        what: "Your acceptance could not be signed",
        safe: "The interview has not started; nothing was written.",
      });
