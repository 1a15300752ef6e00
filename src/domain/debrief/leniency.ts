import { sameNameKey } from "../loop/names";
import type { LoopRecord } from "../record/record";
import { meanOf } from "../statistics/describe";
import { debriefMatrix, type MatrixRow } from "./matrix";

/** How much somebody has rated together with others. */
interface RatedTogether {
  /** Items that the person and at least one other rated independently. */
  readonly items: number;
  readonly candidates: number;
}

/** How much higher (or, below 0, lower) than their co-raters somebody rates, in scale steps; or that it cannot be told yet. */
export type Leniency =
  | (RatedTogether & { readonly kind: "told"; readonly steps: number })
  | (RatedTogether & { readonly kind: "tooLittle" });

/** With fewer the number would say more about the candidates than about the rater. Our rule. */
export const fewestForLeniency = { items: 8, candidates: 3 } as const;

interface Difference {
  readonly candidateId: string;
  readonly steps: number;
}

const differenceIn = (row: MatrixRow, personId: string): number | null => {
  const counted = row.cells.filter((cell) => cell.independent && cell.value !== null);
  const own = counted.find((cell) => cell.personId === personId)?.value ?? null;
  const others = meanOf(
    counted.flatMap((cell) => (cell.personId === personId || cell.value === null ? [] : [cell.value])),
  );
  return own === null || others === null ? null : own - others;
};

/** In every loop a person has another id; by their name they are told apart in each. */
const idIn = ({ persons }: LoopRecord, name: string): string | null =>
  persons.find((person) => sameNameKey(person.name) === sameNameKey(name))?.personId ?? null;

const differencesIn = (record: LoopRecord, name: string): readonly Difference[] => {
  const personId = idIn(record, name);
  if (personId === null) return [];
  return debriefMatrix(record)
    .rows.filter(({ item }) => item.kind !== "exercise")
    .flatMap((row) => {
      const steps = differenceIn(row, personId);
      return steps === null ? [] : [{ candidateId: record.plan.candidate.candidateId, steps }];
    });
};

/**
 * Mean, over the items that the person of this name rated together with others, of their first rating minus the mean of the
 * others'. Not told from fewer than eight such items or three candidates.
 */
export const leniencyOf = (records: readonly LoopRecord[], name: string): Leniency => {
  const differences = records.flatMap((record) => differencesIn(record, name));
  const steps = meanOf(differences.map((difference) => difference.steps));
  const items = differences.length;
  const candidates = new Set(differences.map(({ candidateId }) => candidateId)).size;
  const { items: fewestItems, candidates: fewestCandidates } = fewestForLeniency;
  return steps === null || items < fewestItems || candidates < fewestCandidates
    ? { kind: "tooLittle", items, candidates }
    : { kind: "told", steps, items, candidates };
};
