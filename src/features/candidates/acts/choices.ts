import type { ApplicationAct } from "../../../bindings/applications";
import {
  advance,
  archive,
  confirmKnockOut,
  hold,
  overruleKnockOut,
  resume,
} from "../../../domain/candidates/acts";
import type { ArchiveCause } from "../../../domain/candidates/application";
import type { ApplicationState } from "../../../domain/candidates/standing";

/** What a person may do with an application. */
export type ActChoice = "advance" | "hold" | "archive" | "resume" | "confirm" | "overrule";

/** What is typed for it. */
export interface ActForm {
  readonly by: string;
  readonly reason: string;
  readonly cause: ArchiveCause;
}

const offered: Readonly<Record<ApplicationState, readonly ActChoice[]>> = {
  applied: ["advance", "hold", "archive"],
  knockedOut: ["confirm", "overrule"],
  screening: ["advance", "hold", "archive"],
  screened: ["advance", "hold", "archive"],
  held: ["resume", "advance", "archive"],
  advanced: ["hold", "archive"],
  inLoop: ["archive"],
  decided: [],
  archived: ["resume"],
};

/** What is offered in a state, the likeliest first; while a knock-out waits for a person, only what decides it. */
export const choicesIn = (state: ApplicationState, knockOut = false): readonly ActChoice[] =>
  knockOut ? offered.knockedOut : offered[state];

/** Whether a choice is refused without a reason. */
export const needsReason = (choice: ActChoice, state: ApplicationState): boolean =>
  choice === "advance" ? state !== "screened" : choice !== "confirm";

/** The act of a choice. */
export const actOf = (choice: ActChoice, { by, reason, cause }: ActForm): ApplicationAct => {
  const acts: Readonly<Record<ActChoice, ApplicationAct>> = {
    advance: (application, at) => advance(application, { at, by }, reason),
    hold: (application, at) => hold(application, { at, by }, reason),
    archive: (application, at) => archive(application, { at, by }, cause, reason),
    resume: (application, at) => resume(application, { at, by }, reason),
    confirm: (application, at) => confirmKnockOut(application, { at, by }, reason),
    overrule: (application, at) => overruleKnockOut(application, { at, by }, reason),
  };
  return acts[choice];
};
