import type { PersonId } from "../ids";
import { type Person, wearsHat } from "../loop/roster";
import { medianOf } from "../statistics/describe";
import { type Cell, independentValues, type MatrixRow } from "./matrix";

/**
 * Who speaks when about an item: the rater furthest from the median of the independent ratings first, so that the
 * majority does not talk them round; hiring managers last, since others tend to follow them. Ties keep the panel's
 * order, panelists without a rating are left out.
 */
export const speakingOrder = (row: MatrixRow, persons: readonly Person[]): readonly PersonId[] => {
  const median = medianOf(independentValues(row));
  const distance = ({ value }: Cell): number =>
    value === null || median === null ? 0 : Math.abs(value - median);
  const managers = new Set(
    persons.filter((person) => wearsHat(person, "hiringManager")).map((person) => person.personId),
  );
  const isLast = ({ personId }: Cell): number => Number(managers.has(personId));
  return row.cells
    .filter((cell) => cell.value !== null)
    .sort((left, right) => isLast(left) - isLast(right) || distance(right) - distance(left))
    .map((cell) => cell.personId);
};
