import type { ActChoice } from "./choices";

/** What the acts on an application say. */
export const actWords = {
  yourName: "Your name",
  reason: "Reason",
  reasonOptional: "Reason, if there is one",
  cause: "Why it ends",
  cancel: "Cancel",
  choices: {
    advance: "Advance",
    hold: "Hold",
    archive: "Archive",
    resume: "Take it up again",
    confirm: "Confirm the knock-out",
    overrule: "Overrule",
  } satisfies Record<ActChoice, string>,
  /** How the form of each is called. */
  titles: {
    advance: "Advance to the interviews",
    hold: "Put the application on hold",
    archive: "Archive the application",
    resume: "Take the application up again",
    confirm: "Confirm that the answer ends the application",
    overrule: "Let the application go on",
  } satisfies Record<ActChoice, string>,
  failed: {
    advance: "The application was not advanced",
    hold: "The application was not put on hold",
    archive: "The application was not archived",
    resume: "The application was not taken up again",
    confirm: "The knock-out was not confirmed",
    overrule: "The knock-out was not overruled",
  } satisfies Record<ActChoice, string>,
  acts: "What to do with the application",
} as const;
