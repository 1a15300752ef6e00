import type { PersonId } from "../ids";
import type { LoopRecord } from "../record/record";
import { meanOf } from "../statistics/describe";
import { debriefMatrix, type MatrixRow } from "./matrix";

/** How much higher (or, below 0, lower) than their co-raters somebody rates, in scale steps. */
export interface Leniency {
  readonly steps: number;
  /** Items that the person and at least one other rated independently. */
  readonly items: number;
  readonly candidates: number;
}

/** With fewer the number would say more about the candidates than about the rater. Our rule. */
const fewest = { items: 8, candidates: 3 } as const;

interface Difference {
  readonly candidateId: string;
  readonly steps: number;
}

const differenceIn = (row: MatrixRow, personId: PersonId): number | null => {
  const counted = row.cells.filter((cell) => cell.independent && cell.value !== null);
  const own = counted.find((cell) => cell.personId === personId)?.value ?? null;
  const others = meanOf(
    counted.flatMap((cell) => (cell.personId === personId || cell.value === null ? [] : [cell.value])),
  );
  return own === null || others === null ? null : own - others;
};

const differencesIn = (record: LoopRecord, personId: PersonId): readonly Difference[] =>
  debriefMatrix(record)
    .rows.filter(({ item }) => item.kind !== "exercise")
    .flatMap((row) => {
      const steps = differenceIn(row, personId);
      return steps === null ? [] : [{ candidateId: record.plan.candidate.candidateId, steps }];
    });

/**
 * Mean, over the items a person rated together with others, of their first rating minus the mean of the others'. Null
 * with fewer than eight such items or three candidates.
 */
export const leniencyOf = (records: readonly LoopRecord[], personId: PersonId): Leniency | null => {
  const differences = records.flatMap((record) => differencesIn(record, personId));
  const steps = meanOf(differences.map((difference) => difference.steps));
  const candidates = new Set(differences.map(({ candidateId }) => candidateId)).size;
  if (steps === null || differences.length < fewest.items || candidates < fewest.candidates) return null;
  return { steps, items: differences.length, candidates };
};
