import type { ApplicationFailure } from "../../bindings/applications";
import { storageTrouble, wordedStorage } from "../../bindings/storage-trouble";
import type { ApplicationRefusal } from "../../domain/candidates/acts";
import type { ApplicationSource, ArchiveCause } from "../../domain/candidates/application";
import type { FunnelNames } from "../../domain/candidates/count-funnel";
import type { GivenAnswer } from "../../domain/candidates/knock-out";
import type { CriterionMark } from "../../domain/candidates/resume-review";
import type { ApplicationState } from "../../domain/candidates/standing";
import type { Trouble } from "../../ui/error-card";

/** How each state is called in lists. */
export const stateWords: Readonly<Record<ApplicationState, string>> = {
  applied: "Applied",
  knockedOut: "Knocked out, to look at",
  screening: "Being reviewed",
  screened: "Reviewed, to decide",
  held: "On hold",
  advanced: "Advanced",
  inLoop: "In a loop",
  decided: "Decided",
  archived: "Archived",
};

export const causeWords: Readonly<Record<ArchiveCause, string>> = {
  knockOut: "Knock-out question",
  criteriaNotMet: "Criteria not met",
  otherPreferred: "Others were preferred",
  positionFilled: "Position filled",
  duplicate: "Applied twice",
  withdrew: "Withdrew",
  other: "Another reason",
};

export const sourceWords: Readonly<Record<ApplicationSource, string>> = {
  hand: "added by hand",
  csv: "from a CSV sheet",
  jsonResume: "from a JSON Resume",
  laptop: "taken on this laptop",
};

export const markWords: Readonly<Record<CriterionMark, string>> = {
  met: "Met",
  partly: "Partly",
  notMet: "Not met",
  notVisible: "Not visible",
};

export const funnelNames: FunnelNames = {
  steps: {
    application: "Application",
    resumeScreen: "Resume screen",
    interviews: "Interviews",
    loop: "In a loop",
    decision: "Decided",
  },
  causes: causeWords,
  deleted: "Deleted",
};

/** "2 days" in a state. */
export const ageText = (days: number): string =>
  days === 0 ? "today" : days === 1 ? "1 day" : `${days} days`;

/** An answer as a person reads it. */
export const answerText = (answer: GivenAnswer): string => {
  switch (answer.form) {
    case "yesNo":
      return answer.value === "yes" ? "Yes" : "No";
    case "single":
      return answer.choice;
    case "multiple":
      return answer.choices.length === 0 ? "None of them" : answer.choices.join(", ");
    case "number":
      return String(answer.value);
  }
};

const refusals: Readonly<Record<ApplicationRefusal["type"], readonly [reason: string, todo: string]>> = {
  notNow: ["the application is not in a state for it any more", "Look at what happened meanwhile."],
  nameMissing: ["nobody is named who does it", "Write your name, then try again."],
  reasonMissing: ["it needs a reason", "Write the reason, then try again."],
  alreadyReviewed: ["your review of it is in already", "Go on with the next application."],
  criteriaLeft: ["some criteria are not marked yet", "Mark every criterion, then hand it in."],
  noCriteria: ["the role kit has no resume criteria", "Add criteria to the role kit."],
  videoBegunAlready: ["it was begun already", "Look at what happened meanwhile."],
  noAnswers: ["there are no answers to review", "Take an application on this laptop first."],
  noReviewers: ["nobody is named who reviews", "Name the reviewers, then try again."],
  notNamed: ["you are not named as a reviewer", "Ask somebody who is to review it."],
  answersUnrated: ["some answers are not rated yet", "Rate every answer, then hand it in."],
  lastReviewer: ["nobody would be left to review it", "Wait for this person."],
  tooManyEvents: ["too much happened to it already", "Add the person as a new application."],
};

const files: Readonly<Record<string, readonly [reason: string, todo: string]>> = {
  notWritable: ["the disk does not take it", "Look at the disk, then try again."],
  noKey: ["the key of this candidate is not on this laptop", "It may have been deleted on purpose."],
  notThere: ["the file is not on this laptop", "Keep the file again."],
  damaged: ["the file is damaged", "Keep the file again."],
};

/** An act on an application that did not come about, in plain words; `what` begins the sentence. */
export const applicationTrouble = (failure: ApplicationFailure, what: string): Trouble => {
  const safe = "Nothing was changed.";
  const known: Readonly<Record<string, readonly [string, string]>> = { ...files, ...refusals };
  const words = known[failure.type];
  if (words === undefined || wordedStorage.has(failure.type)) return storageTrouble(failure, { what, safe });
  return { what: `${what}: ${words[0]}.`, safe, todo: words[1] };
};
