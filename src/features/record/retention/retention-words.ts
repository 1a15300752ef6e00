import type { HoldCause } from "../../../domain/retention/hold";
import { conflictsOf, type Keeping, type KeepingState } from "../../../domain/retention/keeping";
import type { ClockStart } from "../../../domain/retention/regimes";
import { dayText } from "../../../ui/day-text";
import type { Trouble } from "../../../ui/error-card";

/** What the screen about keeping says. */
export const retentionWords = {
  title: "Retention",
  reading: "Reading the rules on keeping",
  readingRecords: "Reading the records",
  records: "What is kept how long",
  noRecords: "A record stands here once a decision closes its loop.",
  noRule: "no rule is chosen",
  noneCounts: "no chosen rule counts for this record",
  undecided: "not decided",
  rules: "Rules",
  hint: "Choose the rules that hold for your company and correct their periods: they are orientation, not advice. The longest of the least times counts. Nothing is erased by itself, and Panelbook cannot delete a loop or a record yet.",
  holds: "Chosen",
  name: "Rule",
  least: "At least, months",
  most: "At most, months",
  clock: "Counts from",
  add: "Add a rule of your own",
  remove: "Remove",
  save: "Save the rules",
  saved: "Saved.",
  unfit: "Each rule needs a name, and months at least or at most.",
  chooseHold: "Hold",
  changeHold: "Change the hold",
  cause: "Cause",
  noticeDay: "Day of the notice",
  saveHold: "Save the hold",
  cancelHold: "Cancel",
  endHold: "End the hold",
  endQuestion: "Is the dispute settled for good?",
  ended: "End it",
} as const;

export const clockWords: Readonly<Record<ClockStart, string>> = {
  recordOrDecision: "the later of interview and decision",
  decision: "the decision",
  rejection: "the rejection",
  lastContact: "the last contact on record",
};

export const causeWords: Readonly<Record<HoldCause, string>> = {
  charge: "Charge",
  complaint: "Complaint",
  audit: "Audit",
  other: "Another reason",
};

/** What is to be done with a record now; the day it depends on stands beside it. */
export const stateWords: Readonly<Record<KeepingState, string>> = {
  held: "On hold",
  keep: "Keep",
  mayGo: "May be erased",
  due: "To be erased",
};

const day = (date: string): string => dayText(`${date}T12:00`);

/** Why, in a line each: the rule that keeps it, those that limit it, and where they pull apart. */
export const reasonsOf = (keeping: Keeping): readonly string[] => [
  ...(keeping.hold === null ? [] : [`${causeWords[keeping.hold.cause]}, since ${day(keeping.hold.since)}`]),
  ...(keeping.minimum === null
    ? []
    : [`At least until ${day(keeping.minimum.until)}: ${keeping.minimum.regime}`]),
  ...keeping.ceilings.map(({ until, regime }) => `At most until ${day(until)}: ${regime}`),
  ...(conflictsOf(keeping).length === 0 ? [] : ["These rules pull apart: a person has to settle it."]),
];

export const retentionTrouble = ({ type }: { readonly type: string }): Trouble => ({
  what: `The rules on keeping could not be read or saved (${type}).`,
  safe: "Nothing is erased. Covers say only from which day keeping counts.",
  todo: "Try again.",
});
