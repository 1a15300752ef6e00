import { independentValues, type Matrix, type MatrixRow } from "../../domain/debrief/matrix";
import type { RatingScale } from "../../domain/kit/scale";
import type { LoopRecord } from "../../domain/record/record";
import { besides, type Chart, type ChartRow, type Mark } from "./chart";

const number = (value: number): string => String(Math.round(value * 10) / 10);

const apartWords = (range: number): string => {
  if (range === 0) return "agree";
  return number(range) === "1" ? "1 step apart" : `${number(range)} steps apart`;
};

/** Ratings from the lowest, those that are not counted with a star. */
const ratedCells = (row: MatrixRow) =>
  row.cells
    .flatMap(({ value, independent }) => (value === null ? [] : [{ value, counted: independent }]))
    .toSorted((one, other) => one.value - other.value);

const individualRow = (row: MatrixRow, span: readonly Mark[], at: (value: number) => number): ChartRow => {
  const rated = ratedCells(row);
  const moved = besides(rated.map(({ value }) => value));
  const said = rated.map(({ value, counted }) => `${number(value)}${counted ? "" : " *"}`).join(", ");
  return {
    label: row.title,
    marks: [
      ...span,
      ...rated.map(({ value, counted }, index): Mark => {
        return { kind: "dot", at: at(value), beside: moved[index] ?? 0, counted };
      }),
    ],
    words: row.range === null ? said : `${apartWords(row.range)}: ${said}`,
  };
};

const totalsRow = (row: MatrixRow, span: readonly Mark[], at: (value: number) => number): ChartRow => {
  const mean = row.mean ?? 1;
  const raters = independentValues(row).length;
  return {
    label: row.title,
    marks: [...span, { kind: "rule", at: at(mean) }],
    words: `${row.range === null ? "one rating" : `${apartWords(row.range)}, ${raters} ratings`}, mean ${number(mean)}`,
  };
};

const rowOf = (row: MatrixRow, individual: boolean): ChartRow => {
  const at = (value: number): number => (value - 1) / (row.points - 1);
  const values = independentValues(row);
  const span: readonly Mark[] =
    values.length < 2 ? [] : [{ kind: "span", from: at(Math.min(...values)), to: at(Math.max(...values)) }];
  return individual ? individualRow(row, span, at) : totalsRow(row, span, at);
};

const saying = (rows: readonly MatrixRow[]): string => {
  const compared = rows.flatMap(({ title, range }) => (range === null ? [] : [{ title, range }]));
  const close = compared.filter(({ range }) => range <= 1).length;
  const [widest] = compared;
  const most =
    widest === undefined || widest.range === 0
      ? ""
      : `; the widest is ${widest.title}, ${apartWords(widest.range)}`;
  return `How far apart first ratings lie: ${close} of ${compared.length} items within one step${most}.`;
};

const chartOf = (
  title: string,
  rows: readonly MatrixRow[],
  scale: RatingScale,
  individual: boolean,
): readonly Chart[] => {
  const rated = rows
    .filter((row) => (individual ? ratedCells(row) : independentValues(row)).length > 0)
    .toSorted((one, other) => (other.range ?? -1) - (one.range ?? -1));
  if (rated.length === 0) return [];
  return [
    {
      title,
      says: saying(rated),
      key: individual
        ? "A dot is one first rating, the bar reaches from the lowest to the highest. A hollow dot, and a star, is a rating that is not counted as independent."
        : "The bar reaches from the lowest first rating to the highest, the line is their mean.",
      rowTitle: "Item",
      ticks: scale.map(({ value, label }) => ({
        at: (value - 1) / (scale.length - 1),
        label: `${value} ${label}`,
      })),
      rows: rated.map((row) => rowOf(row, individual)),
    },
  ];
};

/**
 * How far apart first ratings lie, the furthest first; exercises have a scale, and so a chart, of their own. Who rated what
 * is never said; without `individual` only lowest, highest and mean are.
 */
export const agreementCharts = (
  { kit }: Pick<LoopRecord, "kit">,
  { rows }: Matrix,
  individual: boolean,
): readonly Chart[] => [
  ...chartOf(
    "Agreement",
    rows.filter(({ item }) => item.kind !== "exercise"),
    kit.questionScale,
    individual,
  ),
  ...chartOf(
    "Agreement on exercises",
    rows.filter(({ item }) => item.kind === "exercise"),
    kit.exerciseScale,
    individual,
  ),
];
