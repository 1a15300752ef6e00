import type { Outcome } from "../../domain/debrief/decision";
import type { DivergenceReason } from "../../domain/debrief/divergence";
import type { Cell } from "../../domain/debrief/matrix";
import type { OverallCall } from "../../domain/kit/scale";
import type { DependenceReason } from "../../domain/record/record";
import type { Trouble } from "../../ui/error-card";
import type { ScaleMark } from "../../ui/scale-bar";

/** Every text of the debrief. */

export const divergenceWords: Record<DivergenceReason, string> = {
  stepsApart: "steps apart",
  belowAndExceeds: "Below and Exceeds",
  straddlesYesNo: "straddles yes / no",
  oppositeSigns: "opposite signs",
};

export const dependenceWords: Record<DependenceReason, string> = {
  sawRevealFirst: "sealed after the reveal was known",
  forked: "two versions of one revision",
  notCoveredByCall: "not shown to be independent",
  laterRevision: "a later revision",
  openedByEscrow: "opened by escrow",
};

export const callWords: Record<OverallCall, string> = {
  strongNo: "Strong no",
  no: "No",
  yes: "Yes",
  strongYes: "Strong yes",
};

export const outcomeChoices: readonly { readonly value: Outcome; readonly label: string }[] = [
  { value: "hire", label: "Hire" },
  { value: "noHire", label: "No hire" },
  { value: "hold", label: "Hold" },
  { value: "otherLevel", label: "Hire at another level" },
];

const absenceMarks: Record<
  NonNullable<Cell["absence"]>,
  { readonly mark: ScaleMark; readonly label: string }
> = {
  notAsked: { mark: { kind: "absent", sign: "–" }, label: "not asked" },
  notObserved: { mark: { kind: "absent", sign: "?" }, label: "not observed" },
  insufficientEvidence: { mark: { kind: "absent", sign: "~" }, label: "too little heard" },
  blank: { mark: { kind: "blank" }, label: "left blank" },
};

/** How a cell is drawn: its value, its absence, or nothing where the panelist had no part in the item. */
export const cellMark = (cell: Cell): { readonly mark: ScaleMark; readonly label: string } | null => {
  if (cell.value !== null) {
    const value = Math.round(cell.value * 10) / 10;
    return { mark: { kind: "value", value }, label: cell.independent ? "first rating" : "not independent" };
  }
  return cell.absence === null ? null : absenceMarks[cell.absence];
};

const troubles: Readonly<Record<string, Trouble>> = {
  notRevealed: {
    what: "The cards are not revealed yet.",
    safe: "Every sealed card is safe and closed.",
    todo: "Go to the room; the facilitator reveals when all required cards are in.",
  },
  incomplete: {
    what: "The plan or the role kit has not arrived whole yet.",
    safe: "Nothing is lost.",
    todo: "Stay in the room until a colleague's laptop is reached.",
  },
  notAuthority: {
    what: "Only the facilitator's laptop can record the decision.",
    safe: "Nothing was changed.",
    todo: "Ask the facilitator to record it.",
  },
};

export const debriefTrouble = (error: { readonly type: string }): Trouble =>
  troubles[error.type] ?? {
    what: `The debrief could not be shown (${error.type}).`,
    safe: "The cards are on this laptop.",
    todo: "Try again.",
  };

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => part !== "")
    .map((part) => [...part][0] ?? "")
    .slice(0, 2)
    .join("")
    .toUpperCase();

/** "two things to talk about". */
export const agendaTitle = (count: number): string => {
  if (count === 0) return "Nothing the panel disagrees about";
  return count === 1 ? "One thing to talk about" : `${count} things to talk about`;
};
