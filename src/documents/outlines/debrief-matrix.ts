import type { Agenda, DivergenceReason } from "../../domain/debrief/divergence";
import type { Matrix, MatrixRow } from "../../domain/debrief/matrix";
import { weightedTotal } from "../../domain/debrief/total";
import { type LoopRecord, mayCount } from "../../domain/record/record";
import { type Block, cell, link, paragraph, type TableCell, text } from "../outline";
import { anchorOf } from "./anchors";
import { cellWords, divergenceWords, overallWords, personName, ratingNumber } from "./wording";

/** Where the evidence of a row begins. */
export const rowAnchor = (matrix: Matrix, row: MatrixRow): string => {
  const position = matrix.rows.findIndex(
    (known) => known.title === row.title && known.item.kind === row.item.kind,
  );
  return anchorOf("item", position, row.title);
};

const reasonsOf = (agenda: Agenda, row: MatrixRow): readonly DivergenceReason[] =>
  agenda.divergent.find((item) => item.row.title === row.title && item.row.item.kind === row.item.kind)
    ?.reasons ?? [];

const hasEvidence = (row: MatrixRow): boolean => row.cells.some((known) => known.answers.length > 0);

const rowCells = (matrix: Matrix, agenda: Agenda, row: MatrixRow): readonly TableCell[] => {
  const reasons = reasonsOf(agenda, row);
  return [
    cell(hasEvidence(row) ? [link(row.title, rowAnchor(matrix, row))] : [text(row.title)]),
    ...row.cells.map((known) => cell(cellWords(known), known.value === null ? "muted" : "plain")),
    cell(row.mean === null ? "–" : ratingNumber(row.mean)),
    reasons.length === 0
      ? cell(row.range === null ? "" : "agree", "muted")
      : cell(reasons.map((reason) => divergenceWords(reason, row.range)).join("; "), "attention"),
  ];
};

const ratingTable = (
  record: LoopRecord,
  matrix: Matrix,
  agenda: Agenda,
  rows: readonly MatrixRow[],
  caption: string,
): Block => ({
  kind: "table",
  caption,
  columns: [
    { title: "Item", share: 28 },
    ...matrix.panelists.map((personId) => ({
      title: personName(record, personId),
      share: 14,
      align: "center" as const,
    })),
    { title: "Mean", share: 9, align: "center" },
    { title: "To discuss", share: 20 },
  ],
  rows: rows.map((row) => rowCells(matrix, agenda, row)),
});

const overallTable = (record: LoopRecord): Block => ({
  kind: "table",
  caption: "Overall calls, as sealed",
  columns: [
    { title: "Panelist", share: 30 },
    { title: "Slot", share: 30 },
    { title: "Call", share: 20 },
    { title: "Counts as independent", share: 20 },
  ],
  rows: record.cards
    .filter((card) => card.revision === 1 && mayCount(card))
    .map((card) => [
      cell(personName(record, card.personId)),
      cell(record.plan.slots.find((slot) => slot.slotId === card.slotId)?.title ?? ""),
      cell(
        card.card.overall.kind === "call"
          ? overallWords[card.card.overall.call]
          : card.card.overall.kind === "noDecision"
            ? `No decision: ${card.card.overall.reason}`
            : "left blank",
      ),
      cell(card.independent ? "yes" : "no", card.independent ? "plain" : "attention"),
    ]),
});

const totalParagraph = (matrix: Matrix): Block => {
  const { total, rated, of } = weightedTotal(matrix);
  if (total === null) return paragraph("body", "There is no total: no competency has an independent rating.");
  return paragraph(
    "body",
    `Weighted total of first ratings: ${Math.round(total)} of 100, from ${rated} of ${of} competencies. Absences are left out, never counted as low. `,
    "Exercises have a scale of their own and are not part of the total.",
  );
};

const exerciseTables = (record: LoopRecord, matrix: Matrix, agenda: Agenda): readonly Block[] => {
  const rows = matrix.rows.filter((row) => row.item.kind === "exercise");
  if (rows.length === 0) return [];
  const names = record.kit.exerciseScale.map((point) => `${point.value} ${point.label}`).join(", ");
  return [ratingTable(record, matrix, agenda, rows, `Exercises by panelist (${names})`)];
};

const attitudeTables = (record: LoopRecord, matrix: Matrix, agenda: Agenda): readonly Block[] => {
  const rows = matrix.rows.filter((row) => row.item.kind === "attitude");
  return rows.length === 0 ? [] : [ratingTable(record, matrix, agenda, rows, "Attitudes by panelist")];
};

/** The score summary: competencies, attitudes and exercises by panelist, the total with its coverage, the calls. */
export const matrixSection = (record: LoopRecord, matrix: Matrix, agenda: Agenda): readonly Block[] => {
  const scale = record.kit.questionScale.map((point) => `${point.value} ${point.label}`).join(", ");
  const competencies = matrix.rows.filter((row) => row.item.kind === "competency");
  return [
    { kind: "heading", level: 1, text: "Ratings", newPage: true, anchor: "ratings" },
    totalParagraph(matrix),
    ratingTable(record, matrix, agenda, competencies, `Competencies by panelist (${scale})`),
    ...attitudeTables(record, matrix, agenda),
    ...exerciseTables(record, matrix, agenda),
    overallTable(record),
    paragraph(
      "small",
      "Ratings are first ratings as sealed. A star marks one that is not counted as independent.",
    ),
  ];
};
