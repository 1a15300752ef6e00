import type { Tick } from "../card/card";
import { weighTicks } from "../card/check-card";
import type { Kit } from "../kit/kit";
import { exerciseById, questionById } from "../kit/lookup";
import { overallCalls } from "../kit/scale";
import type { LoopRecord } from "../record/record";
import { type Cell, debriefMatrix, firstRevisions, type MatrixRow } from "./matrix";

/** Why an item has to be talked about. */
export type DivergenceReason = "stepsApart" | "belowAndExceeds" | "straddlesYesNo" | "oppositeSigns";

export interface AgendaItem {
  readonly row: MatrixRow;
  readonly reasons: readonly DivergenceReason[];
}

export interface Agenda {
  /** Furthest apart first, then by weight. */
  readonly divergent: readonly AgendaItem[];
  readonly agreed: readonly MatrixRow[];
  /** Items without one rating: nobody disagrees, and nobody agrees either. */
  readonly unrated: readonly MatrixRow[];
  /** How the panel's overall calls stand to the yes/no line. */
  readonly overallStraddles: boolean;
}

/**
 * Two steps on a scale of four points or more. For three or four raters that is the same set as r_wg < .70 under a
 * uniform null; on three points r_wg flags every single step, so there only the two ends count.
 */
const rangeRule = (row: MatrixRow): DivergenceReason | null => {
  if (row.range === null || row.range < 2) return null;
  return row.points === 3 ? "belowAndExceeds" : "stepsApart";
};

const sidesOf = (kit: Kit, cell: Cell, row: MatrixRow) =>
  cell.answers.map(({ questionId, answer }) => {
    const source =
      questionId !== null
        ? questionById(kit, questionId)
        : row.item.kind === "exercise"
          ? exerciseById(kit, row.item.exerciseId)
          : null;
    return { ticks: answer.ticks, source };
  });

/** Everything a panelist ticked under an item, with which way it points. */
const directionsOf = (kit: Kit, cell: Cell, row: MatrixRow): ReadonlyMap<string, "good" | "warning"> => {
  const directions = new Map<string, "good" | "warning">();
  for (const { ticks, source } of sidesOf(kit, cell, row)) {
    if (source === null) continue;
    for (const tick of ticks) directions.set(tick.indicatorId, directionOf(tick, source));
  }
  return directions;
};

const directionOf = (tick: Tick, sides: Parameters<typeof weighTicks>[1]): "good" | "warning" =>
  weighTicks([tick], sides).good === 1 ? "good" : "warning";

/** One rater saw an indicator, another saw its opposite. */
const hasOppositeSigns = (kit: Kit, row: MatrixRow): boolean => {
  const seen = new Map<string, "good" | "warning">();
  for (const cell of row.cells.filter((known) => known.independent)) {
    for (const [indicatorId, direction] of directionsOf(kit, cell, row)) {
      const before = seen.get(indicatorId);
      if (before !== undefined && before !== direction) return true;
      seen.set(indicatorId, direction);
    }
  }
  return false;
};

const reasonsOf = (kit: Kit, row: MatrixRow): readonly DivergenceReason[] => {
  const range = rangeRule(row);
  return [
    ...(range === null ? [] : [range]),
    ...(hasOppositeSigns(kit, row) ? (["oppositeSigns"] as const) : []),
  ];
};

const byDistance = (left: AgendaItem, right: AgendaItem): number =>
  (right.row.range ?? 0) - (left.row.range ?? 0) || right.row.weight - left.row.weight;

/** The overall calls of independent first revisions, lowest 0 to highest 3. */
export const overallCallsOf = (
  record: LoopRecord,
): readonly { readonly personId: string; readonly call: number }[] =>
  firstRevisions(record)
    .filter((card) => card.independent)
    .flatMap(({ personId, card }) =>
      card.overall.kind === "call" ? [{ personId, call: overallCalls.indexOf(card.overall.call) }] : [],
    );

const straddles = (record: LoopRecord): boolean => {
  const calls = overallCallsOf(record).map(({ call }) => call);
  return calls.some((call) => call <= 1) && calls.some((call) => call >= 2);
};

const isRated = ({ cells }: MatrixRow): boolean => cells.some(({ value }) => value !== null);

/** What the panel has to talk about, what it may skip, and what nobody can tell. */
export const debriefAgenda = (record: LoopRecord): Agenda => {
  const items = debriefMatrix(record).rows.map((row) => ({ row, reasons: reasonsOf(record.kit, row) }));
  const rest = items.filter(({ reasons }) => reasons.length === 0).map(({ row }) => row);
  return {
    divergent: items.filter((item) => item.reasons.length > 0).sort(byDistance),
    agreed: rest.filter(isRated),
    unrated: rest.filter((row) => !isRated(row)),
    overallStraddles: straddles(record),
  };
};
