import { actTrouble } from "../../../bindings/act-trouble";
import { counted } from "../../../bindings/name-lists";
import type { RoleLoopGap } from "../../../bindings/role-loops";
import type { ApartReason, Finalist } from "../../../domain/debrief/finalists/finalists";
import type { HeardAnswer } from "../../../domain/debrief/finalists/question-by-question";
import { levelById } from "../../../domain/kit/lookup";
import type { ComparisonAudience } from "../../../domain/record/audiences";
import type { Trouble } from "../../../ui/error-card";

/** Every text of the comparison of finalists. */

export const words = {
  title: "Question by question",
  note: "What every finalist of this role answered, one question after the other, before anybody looks at a person as a whole. Names are masked; letters and their order say nothing.",
  masked:
    "Names are taken out of notes as well. What a note says otherwise, “she” or a former employer, may still tell who it is.",
  items: "Questions and exercises",
  apart: "Not compared",
  notPart: "Nobody who spoke with them was to ask this.",
  file: "As a Word document",
  fileHint:
    "The hiring manager reads what was heard under the letters, with means of independent ratings; HR reads every rating, and last of all whose letter is whose.",
  silent: "No sign ticked, nothing noted",
} as const;

export const saveWords: Readonly<Record<ComparisonAudience, string>> = {
  hiringManager: "Save for the hiring manager",
  hrFile: "Save for HR",
};

/** Without all names of candidates nobody can say that a note is free of them. */
export const namesTrouble: Trouble = {
  what: "The list of candidates cannot be read, so that their names cannot be masked",
  safe: "Nothing was changed.",
  todo: "Restart the program.",
};

/** "Candidate B"; with the level where finalists are hired for several. */
export const markWords = ({ mark, record }: Finalist, finalists: readonly Finalist[]): string => {
  const levels = new Set(finalists.map((finalist) => finalist.record.plan.levelId));
  const level = levels.size > 1 ? `, ${levelById(record.kit, record.plan.levelId).name}` : "";
  return `Candidate ${mark}${level}`;
};

const apartWords: Record<ApartReason | RoleLoopGap, string> = {
  otherKitVersion: "asked from another version of the role kit",
  otherKit: "asked from another role kit of the same title",
  earlierLoop: "an earlier loop of somebody who is compared",
  notRevealed: "the cards are not revealed yet",
  ended: "the loop was ended without a decision",
  unread: "this laptop has no record of it that it can read",
};

/** "Mira Adeyemi: the cards are not revealed yet". */
export const apartLine = (name: string, reason: ApartReason | RoleLoopGap): string =>
  `${name === "" ? "A loop whose plan has not arrived" : name}: ${apartWords[reason]}`;

/** Why there is nothing to compare. */
export const tooFew = (apart: number): string =>
  apart === 0
    ? "No other loop under this role kit’s title on this laptop. Two revealed loops with the same version of the role kit are needed."
    : `Two revealed loops with the same version of the role kit are needed; ${counted(apart, "other loop")} under its title cannot be compared.`;

/** What happened to the question, where that changes how the answer is read. */
export const stateWords = ({ state }: HeardAnswer): string => {
  if (state === "prompted") return "helped along";
  return state === "skippedForTime" ? "skipped for time" : "";
};

export const finalistsTrouble = (error: { readonly type: string }): Trouble =>
  actTrouble(error, { what: "The other loops could not be read", safe: "Nothing was changed." });
