import type { Evidence, Note, Tick } from "../../domain/card/card";
import type { CellAnswer, MatrixRow } from "../../domain/debrief/matrix";
import type { Kit } from "../../domain/kit/kit";
import { exerciseById, questionById } from "../../domain/kit/lookup";
import { bold, type Inline, italic, text } from "../outline";
import { slotClockWords } from "./wording";

/** The signs of a question or an exercise, by which way they point. */
export interface Signs {
  readonly positive: readonly { readonly id: string; readonly text: string }[];
  readonly negative: readonly { readonly id: string; readonly text: string }[];
}

/** The signs an answer could tick. */
export const signsOf = (kit: Kit, row: MatrixRow, answer: CellAnswer): Signs => {
  if (answer.questionId !== null) return questionById(kit, answer.questionId);
  if (row.item.kind === "exercise") return exerciseById(kit, row.item.exerciseId);
  return { positive: [], negative: [] };
};

/** One ticked sign as a line: what it was and which way it points. */
export const tickLine = (tick: Tick, signs: Signs): readonly Inline[] => {
  const good = signs.positive.find((sign) => sign.id === tick.indicatorId);
  const sign = good ?? signs.negative.find((known) => known.id === tick.indicatorId);
  const side = good === undefined ? "Warning sign" : "Good sign";
  const words = tick.seen === "seen" ? `${side}: ` : `Opposite of a ${side.toLowerCase()}: `;
  return [bold(words), text(sign?.text ?? tick.indicatorId)];
};

/** One note: its time on the slot clock, and quotation marks where these are the candidate's words. */
export const noteLine = (note: Note): readonly Inline[] => [
  ...(note.atMs === null ? [] : [text(`${slotClockWords(note.atMs)}  `)]),
  note.quote ? italic(`“${note.text}”`) : text(note.text),
];

/** What stands in the place of evidence where there is none: of what nobody asked there is nothing to write down. */
export const nothingNoted = ({ rating }: Pick<Evidence, "rating">): string =>
  rating.kind === "rated" || (rating.kind === "absent" && rating.reason !== "notAsked")
    ? "No evidence was written down."
    : "";
