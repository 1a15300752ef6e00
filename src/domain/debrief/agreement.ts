import { pairsOf } from "../statistics/describe";
import { krippendorffAlpha, type RatedUnit } from "../statistics/krippendorff";
import type { Matrix, MatrixRow } from "./matrix";

/** How far a panel agrees by alpha: at least .800, at least .667, or less (Krippendorff 2004). */
export type AgreementBand = "reliable" | "tentative" | "unreliable";

/**
 * How far independent first ratings of one candidate agree. It describes a profile: whether the same panel would tell
 * candidates apart it cannot say.
 */
export type AgreementReading =
  /** No item has two independent ratings. */
  | { readonly kind: "nothing" }
  /** Too few items for a coefficient: the share of pairs of ratings that are equal, and within one step, 0 to 1. */
  | ({ readonly kind: "shares" } & Shares)
  | ({ readonly kind: "alpha"; readonly alpha: number; readonly band: AgreementBand } & Shares);

interface Shares {
  /** Items with two independent ratings or more. */
  readonly items: number;
  readonly exact: number;
  readonly withinOne: number;
}

/** Below that a coefficient jumps with every single rating. Our rule. */
const fewestItems = 10;

const unitOf = (row: MatrixRow): RatedUnit => row.cells.map((cell) => (cell.independent ? cell.value : null));

const ratingsOf = (unit: RatedUnit): readonly number[] => unit.filter((value) => value !== null);

const bandOf = (alpha: number): AgreementBand => {
  if (alpha >= 0.8) return "reliable";
  return alpha >= 0.667 ? "tentative" : "unreliable";
};

const shareOf = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length / items.length;

const sharesOf = (units: readonly RatedUnit[]): Shares => {
  const pairs = units.flatMap((unit) => pairsOf(ratingsOf(unit)));
  return {
    items: units.length,
    exact: shareOf(pairs, ([left, right]) => left === right),
    withinOne: shareOf(pairs, ([left, right]) => Math.abs(left - right) <= 1),
  };
};

/**
 * The panel's agreement over competencies and attitudes. Exercises have a scale of their own and stay out. Alpha is
 * ordinal and needs ten items that two or more rated independently.
 */
export const agreementOf = ({ rows }: Matrix): AgreementReading => {
  const comparable = rows
    .filter(({ item }) => item.kind === "competency" || item.kind === "attitude")
    .map(unitOf)
    .filter((unit) => ratingsOf(unit).length >= 2);
  if (comparable.length === 0) return { kind: "nothing" };
  const shares = sharesOf(comparable);
  const alpha = comparable.length < fewestItems ? null : krippendorffAlpha(comparable, "ordinal");
  return alpha === null
    ? { kind: "shares", ...shares }
    : { kind: "alpha", alpha, band: bandOf(alpha), ...shares };
};
