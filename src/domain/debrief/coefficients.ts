import { intraclass } from "../statistics/intraclass";
import { weightedKappa } from "../statistics/kappa";
import { withinGroup } from "../statistics/within-group";
import { independentValues, type Matrix, type MatrixRow } from "./matrix";

/** Agreement on one item, 1 at best; may be below 0, which a reader prints as 0. */
export interface ItemAgreement {
  readonly title: string;
  readonly withinGroup: number;
}

export interface Coefficients {
  /** Items that three or more rated independently on four points or more, in the matrix' order. */
  readonly items: readonly ItemAgreement[];
  /** ICC(2,1) and ICC(2,k) over the items everybody rated; null below the minimum. */
  readonly intraclass: { readonly single: number; readonly mean: number; readonly items: number } | null;
  /** Quadratically weighted kappa of a panel of two; null for other panels and below the minimum. */
  readonly kappa: { readonly value: number; readonly items: number } | null;
}

/** Our rules: below them a coefficient says more about chance than about the panel. */
const fewest = { items: 10, ratersOfItem: 3, points: 4 } as const;

const isQuestion = ({ item }: MatrixRow): boolean => item.kind === "competency" || item.kind === "attitude";

const itemAgreement = (row: MatrixRow): readonly ItemAgreement[] => {
  const values = independentValues(row);
  if (values.length < fewest.ratersOfItem || row.points < fewest.points) return [];
  const agreement = withinGroup(values, row.points);
  return agreement === null ? [] : [{ title: row.title, withinGroup: agreement }];
};

/** Independent ratings of the items that everybody who rated any of them rated: a table without gaps. */
const completeRows = (rows: readonly MatrixRow[]): readonly (readonly number[])[] => {
  const counted = ({ independent, value }: MatrixRow["cells"][number]) => independent && value !== null;
  const raters = new Set(rows.flatMap(({ cells }) => cells.filter(counted).map(({ personId }) => personId)));
  return rows.map(independentValues).filter((values) => values.length === raters.size);
};

const intraclassOf = (rows: readonly (readonly number[])[]): Coefficients["intraclass"] => {
  if (rows.length < fewest.items) return null;
  const random = intraclass(rows)?.twoWayRandom;
  if (random === undefined || random.single === null || random.mean === null) return null;
  return { single: random.single, mean: random.mean, items: rows.length };
};

const kappaOf = (rows: readonly (readonly number[])[]): Coefficients["kappa"] => {
  const pairs = rows.flatMap((row): readonly (readonly [number, number])[] => {
    const [one, other] = row;
    return row.length === 2 && one !== undefined && other !== undefined ? [[one, other]] : [];
  });
  if (pairs.length < fewest.items) return null;
  const value = weightedKappa(pairs, "quadratic");
  return value === null ? null : { value, items: pairs.length };
};

/** What more there is to say about a panel's agreement, of independent first ratings of competencies and attitudes. */
export const coefficientsOf = ({ rows }: Matrix): Coefficients => {
  const questions = rows.filter(isQuestion);
  const complete = completeRows(questions);
  return {
    items: questions.flatMap(itemAgreement),
    intraclass: intraclassOf(complete),
    kappa: kappaOf(complete),
  };
};
