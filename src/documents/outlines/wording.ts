import type { QuestionState, Rating } from "../../domain/card/card";
import type { Decision } from "../../domain/debrief/decision";
import type { DivergenceReason } from "../../domain/debrief/divergence";
import type { Cell } from "../../domain/debrief/matrix";
import type { OverallCall, RatingScale } from "../../domain/kit/scale";
import type { Hat } from "../../domain/loop/roster";
import type { DependenceReason, LoopRecord, MissingCard } from "../../domain/record/record";

/** The words of the packs, in one place; the language of the outline that uses them is British English. */

export const absenceWords: Record<"notAsked" | "notObserved" | "insufficientEvidence" | "blank", string> = {
  notAsked: "– not asked",
  notObserved: "? not observed",
  insufficientEvidence: "~ insufficient evidence",
  blank: "left blank",
};

export const questionStateWords: Record<QuestionState, string> = {
  open: "not marked",
  asked: "asked",
  notAsked: "not asked",
  skippedForTime: "skipped for time",
  prompted: "asked, with a prompt",
};

export const hatWords: Record<Hat, string> = {
  facilitator: "facilitator",
  hiringManager: "hiring manager",
  panelist: "panelist",
  rolePlayer: "role player",
  observer: "observer",
  shadow: "shadow",
  recordsKeeper: "records keeper",
};

export const overallWords: Record<OverallCall, string> = {
  strongNo: "Strong no",
  no: "No",
  yes: "Yes",
  strongYes: "Strong yes",
};

export const outcomeWords: Record<Decision["outcome"], string> = {
  hire: "Hire",
  noHire: "No hire",
  hold: "Hold",
  otherLevel: "Hire at another level",
};

/** Why an item is to be discussed; `range` in steps of its scale. */
export const divergenceWords = (reason: DivergenceReason, range: number | null): string => {
  switch (reason) {
    case "stepsApart":
      return `${oneDecimal(range ?? 0)} steps apart`;
    case "belowAndExceeds":
      return "Below and Exceeds";
    case "straddlesYesNo":
      return "on both sides of yes and no";
    case "oppositeSigns":
      return "opposite signs seen";
  }
};

export const dependenceWords: Record<DependenceReason, string> = {
  sawRevealFirst: "sealed after the reveal was known",
  forked: "two versions of one revision exist",
  setAside: "set aside: another version of it counts",
  notCoveredByCall: "not shown to be independent",
  laterRevision: "a later revision",
  knewTensions: "changed after its author had read what the role player brought up",
  openedByEscrow: "opened by escrow",
  typedAnother: "not shown to be sealed before its author typed in somebody else’s card",
};

export const missingWords: Record<MissingCard["reason"], string> = {
  notSealed: "never sealed",
  notReleased: "withheld, or the laptop is missing",
  doesNotOpen: "does not open with the key that was published",
};

const oneDecimal = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** A mean or a rating: at most one decimal. */
export const ratingNumber = oneDecimal;

export const ratingWords = (rating: Rating, scale: RatingScale): string => {
  if (rating.kind === "blank") return absenceWords.blank;
  if (rating.kind === "absent") return absenceWords[rating.reason];
  const point = scale.find((known) => known.value === rating.value);
  return point === undefined ? String(rating.value) : `${rating.value} ${point.label}`;
};

export const cellWords = (cell: Cell): string => {
  if (cell.value !== null) return cell.independent ? oneDecimal(cell.value) : `${oneDecimal(cell.value)} *`;
  return cell.absence === null ? "" : absenceWords[cell.absence];
};

export const personName = (record: Pick<LoopRecord, "persons">, personId: string): string =>
  record.persons.find((person) => person.personId === personId)?.name ?? "unknown person";

/** A slot's title; empty for one the plan does not have. */
export const slotTitle = (record: Pick<LoopRecord, "plan">, slotId: string): string =>
  record.plan.slots.find((slot) => slot.slotId === slotId)?.title ?? "";

/** "23 November 2026, 09:30 UTC" from the ISO form; wall clocks are shown, never trusted. */
export const dateWords = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? "?"} ${year}`;
};

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "23 November 2026, 09:30" of a local date and time. */
export const dateTimeWords = (local: string): string => `${dateWords(local)}, ${clockWords(local)}`;

/** "09:30" of an ISO time. */
export const clockWords = (iso: string): string => iso.slice(11, 16);

/** Milliseconds on the slot clock as "04:12". */
export const slotClockWords = (atMs: number): string => {
  const seconds = Math.floor(atMs / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
};

/** A hash as people compare it: the first 16 characters in groups of four. */
export const shortHash = (hash: string): string => (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join(" ");
