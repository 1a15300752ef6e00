import type { Agenda, DivergenceReason } from "../../domain/debrief/divergence";
import { type Cell, independentValues, type Matrix, type MatrixRow } from "../../domain/debrief/matrix";
import { weightedTotal } from "../../domain/debrief/total";
import { type OverallCall, overallCalls } from "../../domain/kit/scale";
import { type LoopRecord, mayCount } from "../../domain/record/record";
import { agreementCharts } from "../charts/agreement-chart";
import { heatStep } from "../charts/heat";
import { type Block, cell, link, paragraph, type TableCell, type TableColumn, text } from "../outline";
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

/** True where somebody's card speaks of the item. */
export const isSpokenOf = (row: MatrixRow): boolean => row.cells.some((known) => known.answers.length > 0);

/** How the ratings are shown. */
export interface MatrixStyle {
  /** Who rated what; else only how many rated, the mean and the range. */
  readonly individual: boolean;
  /** True where the evidence of this row follows in the document, so that there is something to point at. */
  readonly hasEvidence: (row: MatrixRow) => boolean;
}

const rangeWords = (row: MatrixRow): string => {
  const values = independentValues(row);
  if (values.length === 0) return "–";
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? ratingNumber(low) : `${ratingNumber(low)} to ${ratingNumber(high)}`;
};

const heatCell = (row: MatrixRow, known: Cell): TableCell =>
  known.value === null
    ? cell(cellWords(known), "muted")
    : { ...cell(cellWords(known)), heat: heatStep(known.value, row.points) };

const raterCells = (row: MatrixRow, { individual }: MatrixStyle): readonly TableCell[] =>
  individual
    ? row.cells.map((known) => heatCell(row, known))
    : [cell(String(independentValues(row).length)), cell(rangeWords(row))];

const rowCells = (
  matrix: Matrix,
  agenda: Agenda,
  row: MatrixRow,
  style: MatrixStyle,
): readonly TableCell[] => {
  const reasons = reasonsOf(agenda, row);
  return [
    cell(style.hasEvidence(row) ? [link(row.title, rowAnchor(matrix, row))] : [text(row.title)]),
    ...raterCells(row, style),
    cell(row.mean === null ? "–" : ratingNumber(row.mean)),
    reasons.length === 0
      ? cell(row.range === null ? "" : "agree", "muted")
      : cell(reasons.map((reason) => divergenceWords(reason, row.range)).join("; "), "attention"),
  ];
};

/** What the tables of one pack have in common. */
interface Tables {
  readonly record: LoopRecord;
  readonly matrix: Matrix;
  readonly agenda: Agenda;
  readonly style: MatrixStyle;
}

const raterColumns = ({ record, matrix, style }: Tables): readonly TableColumn[] =>
  style.individual
    ? matrix.panelists.map((personId) => ({
        title: personName(record, personId),
        share: 14,
        align: "center" as const,
      }))
    : [
        { title: "Rated by", share: 12, align: "center" },
        { title: "From, to", share: 14, align: "center" },
      ];

const ratingTable = (tables: Tables, rows: readonly MatrixRow[], caption: string): Block => ({
  kind: "table",
  caption,
  columns: [
    { title: "Item", share: 28 },
    ...raterColumns(tables),
    { title: "Mean", share: 9, align: "center" },
    { title: "To discuss", share: 20 },
  ],
  rows: rows.map((row) => rowCells(tables.matrix, tables.agenda, row, tables.style)),
});

const overallTable = (record: LoopRecord): Block => ({
  kind: "table",
  caption: "Overall calls, as sealed",
  columns: [
    { title: "Panelist", share: 24 },
    { title: "Slot", share: 40 },
    { title: "Call", share: 18 },
    { title: "Counts as independent", share: 18 },
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

/** How many called what; of people nothing is said. */
const callCounts = (record: LoopRecord): Block => {
  const cards = record.cards.filter((card) => card.revision === 1 && mayCount(card));
  const count = (call: OverallCall): number =>
    cards.filter(({ card }) => card.overall.kind === "call" && card.overall.call === call).length;
  const called = overallCalls.map((call) => `${count(call)} ${overallWords[call].toLowerCase()}`);
  const other = cards.filter(({ card }) => card.overall.kind !== "call").length;
  return paragraph("body", `Overall calls, as sealed: ${[...called, `${other} without a call`].join(", ")}.`);
};

const exerciseTables = (tables: Tables): readonly Block[] => {
  const rows = tables.matrix.rows.filter((row) => row.item.kind === "exercise");
  if (rows.length === 0) return [];
  const names = tables.record.kit.exerciseScale.map((point) => `${point.value} ${point.label}`).join(", ");
  return [ratingTable(tables, rows, `Exercises (${names})`)];
};

const attitudeTables = (tables: Tables): readonly Block[] => {
  const rows = tables.matrix.rows.filter((row) => row.item.kind === "attitude");
  return rows.length === 0 ? [] : [ratingTable(tables, rows, "Attitudes")];
};

const starNote = paragraph(
  "small",
  "Ratings are first ratings as sealed; the higher, the darker the cell, in four steps. A star marks one that is not counted as independent.",
);
const totalsNote = paragraph(
  "small",
  "Ratings are independent first ratings as sealed, without saying whose they are.",
);

const agreementChapter = ({ record, matrix, style }: Tables): readonly Block[] => {
  const charts = agreementCharts(record, matrix, style.individual);
  return charts.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: "How far apart the ratings lie" },
        ...charts.map((chart): Block => ({ kind: "chart", chart })),
      ];
};

/** The score summary: competencies, attitudes and exercises, the total with its coverage, the calls. */
export const matrixSection = (
  record: LoopRecord,
  matrix: Matrix,
  agenda: Agenda,
  style: MatrixStyle,
): readonly Block[] => {
  const tables = { record, matrix, agenda, style };
  const scale = record.kit.questionScale.map((point) => `${point.value} ${point.label}`).join(", ");
  const competencies = matrix.rows.filter((row) => row.item.kind === "competency");
  return [
    { kind: "heading", level: 1, text: "Ratings", newPage: true, anchor: "ratings" },
    totalParagraph(matrix),
    ratingTable(tables, competencies, `Competencies (${scale})`),
    ...attitudeTables(tables),
    ...exerciseTables(tables),
    ...(style.individual ? [overallTable(record), starNote] : [callCounts(record), totalsNote]),
    ...agreementChapter(tables),
  ];
};
