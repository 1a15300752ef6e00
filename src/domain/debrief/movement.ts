import type { PersonId } from "../ids";
import { overallCalls } from "../kit/scale";
import type { SecondRating } from "../loop/debrief-words";
import type { LoopRecord } from "../record/record";
import { meanOf, medianOf } from "../statistics/describe";
import { type DebriefItem, isSameItem } from "./item";
import { debriefMatrix, firstRevisions, type Matrix } from "./matrix";

/** A person's first rating of an item, as the numbers use it. */
export interface FirstRating {
  readonly personId: PersonId;
  readonly value: number;
}

/** How one person's rating of one item changed in the discussion. */
export interface Movement {
  readonly rating: SecondRating;
  readonly from: number;
  readonly to: number;
  /** The median of the others' first ratings; null where nobody else rated the item. */
  readonly others: number | null;
  /** `stayed` where the value is the same; `across` where it lies as far from the others' median as before. */
  readonly way: "stayed" | "towards" | "away" | "across";
  /** Whose first ratings it came closer to, in the panel's order. */
  readonly closerTo: readonly PersonId[];
}

const callValues = (record: LoopRecord): readonly FirstRating[] => {
  const byPerson = new Map<PersonId, number[]>();
  for (const { personId, card } of firstRevisions(record))
    if (card.overall.kind === "call")
      byPerson.set(personId, [
        ...(byPerson.get(personId) ?? []),
        overallCalls.indexOf(card.overall.call) + 1,
      ]);
  return [...byPerson].flatMap(([personId, values]) => {
    const value = meanOf(values);
    return value === null ? [] : [{ personId, value }];
  });
};

/**
 * Everybody's first rating of an item; of the overall call the mean of a person's calls, from 1, a strong no, to 4, a strong
 * yes.
 */
export const firstRatings = (
  record: LoopRecord,
  matrix: Matrix,
  item: DebriefItem,
): readonly FirstRating[] => {
  if (item.kind === "overall") return callValues(record);
  const row = matrix.rows.find((known) => isSameItem(known.item, item));
  return (row?.cells ?? []).flatMap(({ personId, value }) => (value === null ? [] : [{ personId, value }]));
};

/** Points of an item's scale; null for an item that no card speaks of. */
export const pointsOf = (matrix: Matrix, item: DebriefItem): number | null =>
  item.kind === "overall"
    ? overallCalls.length
    : (matrix.rows.find((known) => isSameItem(known.item, item))?.points ?? null);

const wayOf = (from: number, to: number, others: number | null): Movement["way"] => {
  if (from === to) return "stayed";
  if (others === null) return "across";
  const [before, after] = [Math.abs(from - others), Math.abs(to - others)];
  if (after === before) return "across";
  return after < before ? "towards" : "away";
};

const toMovement = (record: LoopRecord, matrix: Matrix, rating: SecondRating): readonly Movement[] => {
  const ratings = firstRatings(record, matrix, rating.item);
  const from = ratings.find(({ personId }) => personId === rating.personId)?.value;
  const points = pointsOf(matrix, rating.item);
  const to = rating.value;
  if (from === undefined || points === null || to > points) return [];
  const rest = ratings.filter(({ personId }) => personId !== rating.personId);
  const others = medianOf(rest.map(({ value }) => value));
  const closerTo = rest
    .filter(({ value }) => Math.abs(value - to) < Math.abs(value - from))
    .map(({ personId }) => personId);
  return [{ rating, from, to, others, way: wayOf(from, to, others), closerTo }];
};

/**
 * Who moved, towards whom and why: every second rating that stands, beside its person's first. A rating of what the
 * person's card does not rate, or off the scale, is left out. Numbers of the panel are computed from first ratings alone.
 */
export const movementsOf = (
  record: LoopRecord,
  matrix: Matrix = debriefMatrix(record),
): readonly Movement[] =>
  (record.secondRatings ?? [])
    .filter(({ replaced }) => !replaced)
    .flatMap((rating) => toMovement(record, matrix, rating));
