import type { Agenda } from "../../domain/debrief/divergence";
import { debriefItemKey } from "../../domain/debrief/item";
import type { Cell, CellAnswer, Matrix, MatrixRow } from "../../domain/debrief/matrix";
import { competencyById, levelTextOf, questionById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { type Block, bold, italic, paragraph, text } from "../outline";
import { isSpokenOf, rowAnchor } from "./debrief-matrix";
import { noteLine, nothingNoted, signsOf, tickLine } from "./evidence-lines";
import { heardBlocks } from "./heard";
import { cellWords, divergenceWords, personName, ratingWords } from "./wording";

const nothingBlocks = ({ answer }: CellAnswer): readonly Block[] => {
  const words = nothingNoted(answer);
  return words === "" ? [] : [paragraph("small", words)];
};

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
    ...(prompt.length === 0 ? [] : [paragraph("lead", ...prompt)]),
    paragraph("lead", bold("Rating: "), text(ratingWords(answer.answer.rating, scale))),
    ...(lines.length === 0 ? nothingBlocks(answer) : [{ kind: "list", items: lines } as const]),
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

/** Which evidence a pack has, and whether it says whose it is. */
export interface EvidenceStyle {
  /** False: signs are counted, notes stand without a name, and nobody's rating is told. */
  readonly named: boolean;
  readonly onlyDivergent: boolean;
}

/** Every item of which a card speaks, in the agenda's order: what the panel disagrees about first. */
export const evidenceRows = (agenda: Agenda, { onlyDivergent }: EvidenceStyle): readonly MatrixRow[] =>
  [
    ...agenda.divergent.map((item) => item.row),
    ...(onlyDivergent ? [] : [...agenda.agreed, ...agenda.unrated]),
  ].filter(isSpokenOf);

const rowBlocks = (
  record: LoopRecord,
  matrix: Matrix,
  agenda: Agenda,
  row: MatrixRow,
  { named }: EvidenceStyle,
): readonly Block[] => {
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
    ...(named
      ? row.cells.filter((cell) => cell.answers.length > 0).flatMap((cell) => cellBlocks(record, row, cell))
      : heardBlocks(record, row)),
  ];
};

/** Everything that was heard, item by item. */
export const evidenceSection = (
  record: LoopRecord,
  matrix: Matrix,
  agenda: Agenda,
  style: EvidenceStyle,
): readonly Block[] => {
  const rows = evidenceRows(agenda, style);
  const none = style.onlyDivergent ? "The panel is apart on no item." : "No card speaks of any item.";
  return [
    {
      kind: "heading",
      level: 1,
      text: style.onlyDivergent ? "What to discuss" : "Evidence",
      newPage: true,
      anchor: "evidence",
    },
    ...(rows.length === 0 ? [paragraph("notice", none)] : []),
    ...rows.flatMap((row) => rowBlocks(record, matrix, agenda, row, style)),
  ];
};
