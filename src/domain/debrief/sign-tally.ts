import type { Indicator, Kit } from "../kit/kit";
import { exerciseById, questionById } from "../kit/lookup";
import type { Cell, CellAnswer, MatrixRow } from "./matrix";

/** How many independent raters saw a sign, and how many its opposite. */
export interface SignTally {
  readonly sign: Indicator;
  readonly seen: number;
  readonly opposite: number;
}

const signsOf = (kit: Kit, row: MatrixRow, answer: CellAnswer): readonly Indicator[] => {
  if (answer.questionId !== null) {
    const { positive, negative } = questionById(kit, answer.questionId);
    return [...positive, ...negative];
  }
  if (row.item.kind !== "exercise") return [];
  const { positive, negative } = exerciseById(kit, row.item.exerciseId);
  return [...positive, ...negative];
};

const ticked = (cell: Cell, sign: Indicator, seen: "seen" | "opposite"): boolean =>
  cell.answers.some(({ answer }) =>
    answer.ticks.some((tick) => tick.indicatorId === sign.id && tick.seen === seen),
  );

/**
 * The sign of an item that most raters have something to say about, among those seen by one and whose opposite was
 * seen by another; null where nobody contradicts anybody. Explains a divergence better than the numbers do.
 */
export const contestedSign = (kit: Kit, row: MatrixRow): SignTally | null => {
  const cells = row.cells.filter((cell) => cell.independent);
  const signs = new Map(
    cells
      .flatMap((cell) => cell.answers.flatMap((answer) => signsOf(kit, row, answer)))
      .map((sign) => [sign.id, sign]),
  );
  const tallies = [...signs.values()].map((sign) => ({
    sign,
    seen: cells.filter((cell) => ticked(cell, sign, "seen")).length,
    opposite: cells.filter((cell) => ticked(cell, sign, "opposite")).length,
  }));
  const contested = tallies.filter(({ seen, opposite }) => seen > 0 && opposite > 0);
  return contested.sort((left, right) => right.seen + right.opposite - left.seen - left.opposite)[0] ?? null;
};
