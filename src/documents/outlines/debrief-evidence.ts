import type { Note, Tick } from "../../domain/card/card";
import type { Agenda } from "../../domain/debrief/divergence";
import {
  type Cell,
  type CellAnswer,
  debriefItemKey,
  type Matrix,
  type MatrixRow,
} from "../../domain/debrief/matrix";
import type { Kit } from "../../domain/kit/kit";
import { competencyById, exerciseById, levelTextOf, questionById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, bold, type Inline, italic, paragraph, text } from "../outline";
import { rowAnchor } from "./debrief-matrix";
import { cellWords, divergenceWords, personName, ratingWords, slotClockWords } from "./wording";

interface Signs {
  readonly positive: readonly { readonly id: string; readonly text: string }[];
  readonly negative: readonly { readonly id: string; readonly text: string }[];
}

const signsOf = (kit: Kit, row: MatrixRow, answer: CellAnswer): Signs => {
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

const answerBlocks = (record: LoopRecord, row: MatrixRow, answer: CellAnswer): readonly Block[] => {
  const scale = row.item.kind === "exercise" ? record.kit.exerciseScale : record.kit.questionScale;
  const signs = signsOf(record.kit, row, answer);
  const lines = [
    ...answer.answer.ticks.map((tick) => tickLine(tick, signs)),
    ...answer.answer.notes.map(noteLine),
  ];
  const prompt =
    answer.questionId === null ? [] : [italic(questionById(record.kit, answer.questionId).prompt)];
  return [
    ...(prompt.length === 0 ? [] : [paragraph("body", ...prompt)]),
    paragraph("body", bold("Rating: "), text(ratingWords(answer.answer.rating, scale))),
    lines.length === 0
      ? paragraph("small", "No evidence was written down.")
      : ({ kind: "list", items: lines } as const),
  ];
};

const cellBlocks = (record: LoopRecord, row: MatrixRow, cell: Cell): readonly Block[] => [
  { kind: "heading", level: 3, text: `${personName(record, cell.personId)}: ${cellWords(cell)}` },
  ...cell.answers.flatMap((answer) => answerBlocks(record, row, answer)),
];

const requirementBlocks = (record: LoopRecord, row: MatrixRow): readonly Block[] => {
  if (row.item.kind === "attitude") {
    const { attitudeId } = row.item;
    const attitude = record.kit.attitudes.find((known) => known.id === attitudeId);
    return attitude === undefined ? [] : [paragraph("body", attitude.definition)];
  }
  if (row.item.kind !== "competency") return [];
  const level = levelTextOf(competencyById(record.kit, row.item.competencyId), record.plan.levelId);
  return [
    ...(level.requirement === ""
      ? []
      : [paragraph("body", bold("Job requirement: "), text(level.requirement))]),
    ...(level.expectation === ""
      ? []
      : [paragraph("body", bold("Expected at this level: "), text(level.expectation))]),
  ];
};

const discussionBlocks = (record: LoopRecord, row: MatrixRow): readonly Block[] => {
  const note = record.discussion.find(({ item }) => item === debriefItemKey(row.item));
  return note === undefined || note.text === ""
    ? []
    : [paragraph("body", bold("What was said: "), text(note.text))];
};

const rowBlocks = (record: LoopRecord, matrix: Matrix, agenda: Agenda, row: MatrixRow): readonly Block[] => {
  const reasons = agenda.divergent.find((item) => item.row === row)?.reasons ?? [];
  return [
    { kind: "heading", level: 2, text: row.title, anchor: rowAnchor(matrix, row) },
    ...(reasons.length === 0
      ? []
      : [
          paragraph(
            "notice",
            `To discuss: ${reasons.map((reason) => divergenceWords(reason, row.range)).join("; ")}.`,
          ),
        ]),
    ...requirementBlocks(record, row),
    ...discussionBlocks(record, row),
    ...row.cells.filter((cell) => cell.answers.length > 0).flatMap((cell) => cellBlocks(record, row, cell)),
  ];
};

/** Everything that was heard, item by item: what the panel disagrees about first, in the agenda's order. */
export const evidenceSection = (record: LoopRecord, matrix: Matrix, agenda: Agenda): readonly Block[] => {
  const spoken = (row: MatrixRow): boolean => row.cells.some((cell) => cell.answers.length > 0);
  const rows = [...agenda.divergent.map((item) => item.row), ...agenda.agreed].filter(spoken);
  return [
    { kind: "heading", level: 1, text: "Evidence", newPage: true, anchor: "evidence" },
    ...(rows.length === 0 ? [paragraph("notice", "No card speaks of any item.")] : []),
    ...rows.flatMap((row) => rowBlocks(record, matrix, agenda, row)),
  ];
};
