import type { PersonId } from "../ids";
import { type Person, wearsHat } from "../loop/roster";
import { medianOf } from "../statistics/describe";
import { independentValues, type MatrixRow } from "./matrix";

/** One panelist's turn about an item, and what their place rests on. */
export interface Turn {
  readonly personId: PersonId;
  /** Steps from the median of the independent ratings; null where there is no median. */
  readonly steps: number | null;
  /** True for hiring managers, whose place is at the end however far away they are. */
  readonly isManager: boolean;
  /** True where somebody equally far away comes later because of a more senior title. */
  readonly isJunior: boolean;
}

/** Words of a job title that say how senior it is; the first line that fits counts. Our table: a title is all there is. */
const ranks: readonly (readonly [RegExp, number])[] = [
  [/\b(junior|jr|trainee|intern)\b/i, -1],
  [/\b(chief|c[etfo]o|president|vp|director|head)\b/i, 3],
  [/\b(manager|lead|principal|partner)\b/i, 2],
  [/\b(senior|sr|staff)\b/i, 1],
  [/\b(associate|assistant|graduate)\b/i, -1],
];

/** How senior a person's title says they are, from -1; 0 where it says nothing. */
export const titleRank = ({ title }: Pick<Person, "title">): number =>
  ranks.find(([words]) => words.test(title))?.[1] ?? 0;

/**
 * Who speaks when about an item, and why: the rater furthest from the median of the independent ratings first, so that the
 * majority does not talk them round; among those equally far away the most junior by title; hiring managers last, since
 * others tend to follow them. Other ties keep the panel's order, panelists without a rating are left out.
 */
export const speakingTurns = (row: MatrixRow, persons: readonly Person[]): readonly Turn[] => {
  const median = medianOf(independentValues(row));
  const seats = row.cells.flatMap(({ personId, value }) => {
    const person = persons.find((known) => known.personId === personId);
    if (value === null) return [];
    return [
      {
        personId,
        steps: median === null ? null : Math.abs(value - median),
        isManager: person !== undefined && wearsHat(person, "hiringManager"),
        rank: person === undefined ? 0 : titleRank(person),
      },
    ];
  });
  return seats
    .toSorted(
      (one, other) =>
        Number(one.isManager) - Number(other.isManager) ||
        (other.steps ?? 0) - (one.steps ?? 0) ||
        one.rank - other.rank,
    )
    .map(({ personId, steps, isManager, rank }, index, order) => {
      const later = order.slice(index + 1);
      const isJunior = later.some(
        (other) => other.isManager === isManager && other.steps === steps && other.rank > rank,
      );
      return { personId, steps, isManager, isJunior };
    });
};

/** The same as persons alone. */
export const speakingOrder = (row: MatrixRow, persons: readonly Person[]): readonly PersonId[] =>
  speakingTurns(row, persons).map(({ personId }) => personId);
