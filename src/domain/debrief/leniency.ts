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

/** What a loop tells of how its panel rates: its ratings, and nothing of what was said. */
export interface RatedLoop {
  readonly candidateId: string;
  readonly persons: LoopRecord["persons"];
  /** Every item but exercises, which have a scale of their own. */
  readonly rows: readonly MatrixRow[];
}

/** Made once for a loop, whoever is asked about: a matrix takes every card of it. */
export const ratedLoop = (record: LoopRecord): RatedLoop => ({
  candidateId: record.plan.candidate.candidateId,
  persons: record.persons,
  rows: debriefMatrix(record).rows.filter(({ item }) => item.kind !== "exercise"),
});

/** In every loop a person has another id; by their name they are told apart in each. */
const idIn = ({ persons }: RatedLoop, name: string): string | null =>
  persons.find((person) => sameNameKey(person.name) === sameNameKey(name))?.personId ?? null;

const differencesIn = (loop: RatedLoop, name: string): readonly Difference[] => {
  const personId = idIn(loop, name);
  if (personId === null) return [];
  return loop.rows.flatMap((row) => {
    const steps = differenceIn(row, personId);
    return steps === null ? [] : [{ candidateId: loop.candidateId, steps }];
  });
};

/**
 * Mean, over the items that the person of this name rated together with others, of their first rating minus the mean of the
 * others'. Not told from fewer than eight such items or three candidates.
 */
export const leniencyOf = (loops: readonly RatedLoop[], name: string): Leniency => {
  const differences = loops.flatMap((loop) => differencesIn(loop, name));
  const steps = meanOf(differences.map((difference) => difference.steps));
  const items = differences.length;
  const candidates = new Set(differences.map(({ candidateId }) => candidateId)).size;
  const { items: fewestItems, candidates: fewestCandidates } = fewestForLeniency;
  return steps === null || items < fewestItems || candidates < fewestCandidates
    ? { kind: "tooLittle", items, candidates }
    : { kind: "told", steps, items, candidates };
};
