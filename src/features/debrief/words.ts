import type { Card, Rating, Tick } from "../../domain/card/card";
import type { Outcome } from "../../domain/debrief/decision";
import type { AgendaItem, DivergenceReason } from "../../domain/debrief/divergence";
import { type Cell, independentValues, type Matrix, type MatrixRow } from "../../domain/debrief/matrix";
import type { SignTally } from "../../domain/debrief/sign-tally";
import { weightedTotal } from "../../domain/debrief/total";
import type { PersonId } from "../../domain/ids";
import type { Indicator } from "../../domain/kit/kit";
import type { OverallCall, RatingScale } from "../../domain/kit/scale";
import type { DependenceReason, MissingCard } from "../../domain/record/record";
import type { ScaleMark } from "../../ui/scale-bar";

/** Every text of the debrief. */

const divergenceWords: Record<Exclude<DivergenceReason, "stepsApart">, string> = {
  belowAndExceeds: "Below and Exceeds",
  straddlesYesNo: "straddles yes / no",
  oppositeSigns: "opposite signs",
};

export const dependenceWords: Record<DependenceReason, string> = {
  sawRevealFirst: "sealed after the reveal was known",
  forked: "two versions of one revision",
  setAside: "set aside: another version of it counts",
  notCoveredByCall: "not shown to be independent",
  laterRevision: "a later revision",
  knewTensions: "changed after its author had read what the role player brought up",
  openedByEscrow: "opened by escrow",
  typedAnother: "not shown to be sealed before its author typed in somebody else’s card",
};

export const missingWords: Record<MissingCard["reason"], string> = {
  notSealed: "was never sealed",
  notReleased: "is sealed, and its key is not here yet",
  doesNotOpen: "does not open with the key that was released",
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

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** How a cell is drawn: its value, its absence, or nothing where the panelist had no part in the item. */
export const cellMark = (cell: Cell): { readonly mark: ScaleMark; readonly label: string } | null => {
  if (cell.value !== null) {
    const label = cell.independent ? "first rating" : "not independent";
    return { mark: { kind: "value", value: oneDecimal(cell.value) }, label };
  }
  return cell.absence === null ? null : absenceMarks[cell.absence];
};

/** How one rating is drawn, and its name: "3" and "Meets", "not asked". */
export const ratingMark = (
  rating: Rating,
  scale: RatingScale,
): { readonly mark: ScaleMark; readonly label: string } => {
  if (rating.kind !== "rated") return absenceMarks[rating.kind === "blank" ? "blank" : rating.reason];
  const label = scale.find(({ value }) => value === rating.value)?.label ?? "";
  return { mark: { kind: "value", value: rating.value }, label };
};

/** "2 steps apart", "Below and Exceeds, opposite signs". */
export const reasonWords = ({ row, reasons }: AgendaItem): string =>
  reasons
    .map((reason) => {
      if (reason !== "stepsApart") return divergenceWords[reason];
      return `${oneDecimal(row.range ?? 0)} steps apart`;
    })
    .join(", ");

/** A sign's text as part of a sentence of ours. */
export const withoutStop = (text: string): string => text.replace(/\.$/, "");

/** "Names the partner", "opposite of: Names the partner". */
export const signWords = (tick: Tick, signs: readonly Indicator[]): string => {
  const text = withoutStop(signs.find(({ id }) => id === tick.indicatorId)?.text ?? tick.indicatorId);
  return tick.seen === "seen" ? text : `opposite of: ${text}`;
};

/** "4 raters", and what two of them contradict each other about. */
export const ratersLine = (row: MatrixRow, contested: SignTally | null): string => {
  const count = row.cells.filter((cell) => cell.value !== null).length;
  const raters = count === 1 ? "1 rater" : `${count} raters`;
  if (contested === null) return raters;
  const { seen, opposite, sign } = contested;
  return `${raters} · ${seen} saw “${withoutStop(sign.text)}”, ${opposite} the opposite`;
};

/** "agree", or why a row that nobody has to talk about still says little. */
export const agreedWords = (row: MatrixRow): string => {
  const raters = independentValues(row).length;
  if (raters === 0)
    return row.cells.some(({ value }) => value !== null) ? "no independent rating" : "nobody rated it";
  return raters === 1 ? "one rater" : "agree";
};

/** "Weighted total of first ratings 64 of 100 · 6 of 7 competencies rated". */
export const totalLine = (matrix: Matrix): string => {
  const { total, rated, of } = weightedTotal(matrix);
  if (total === null) return "No competency has an independent rating.";
  return `Weighted total of first ratings ${Math.round(total)} of 100 · ${rated} of ${of} competencies rated`;
};

/** "5 of 7 items within one step", over the items that two or more rated independently. */
export const agreementLine = (matrix: Matrix): string => {
  const comparable = matrix.rows.flatMap(({ range }) => (range === null ? [] : [range]));
  if (comparable.length === 0) return "no item has two independent ratings";
  const close = comparable.filter((range) => range <= 1).length;
  return `${close} of ${comparable.length} items within one step`;
};

/** The first letters of the first and the last name, or one where there is one name. */
export const initialsOf = (name: string): string => {
  const parts = name.split(/\s+/).filter((part) => part !== "");
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return ends
    .map((part) => [...(part ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
};

const numberWords = [
  "",
  "One",
  "Two",
  "Three",
  "Four",
  "Five",
  "Six",
  "Seven",
  "Eight",
  "Nine",
  "Ten",
  "Eleven",
  "Twelve",
];

/** "Three things to talk about". */
export const agendaTitle = (count: number): string => {
  if (count === 0) return "Nothing the panel disagrees about";
  if (count === 1) return "One thing to talk about";
  return `${numberWords[count] ?? count} things to talk about`;
};

/** "1 sealed card is not open yet:" */
export const outsideTitle = (count: number): string =>
  count === 1 ? "1 sealed card is not open yet:" : `${count} sealed cards are not open yet:`;

/** What a card says of how it was entered, to stand behind a name; empty where its person wrote it in the interview. */
export const enteredWords = (
  { entered, onBehalf }: Pick<Card, "entered" | "onBehalf">,
  nameOf: (personId: PersonId) => string,
): string => {
  const from = entered.kind === "live" ? "" : ` · entered afterwards from ${entered.from}`;
  return onBehalf === null ? from : `${from} · typed in by ${nameOf(onBehalf.by)} (${onBehalf.reason})`;
};
