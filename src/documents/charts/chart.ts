/** Something drawn on a row's strip; places are shares of the strip's axis, 0 its beginning and 1 its end. */
export type Mark =
  /** What was planned, or what lies between two values. */
  | { readonly kind: "span"; readonly from: number; readonly to: number }
  /** What was used of it. */
  | { readonly kind: "used"; readonly from: number; readonly to: number }
  /** One value; hollow where it is not counted, moved by `beside` widths of a dot where others have the same. */
  | { readonly kind: "dot"; readonly at: number; readonly beside: number; readonly counted: boolean }
  /** What the row is compared with, or its mean. */
  | { readonly kind: "rule"; readonly at: number };

export interface ChartTick {
  readonly at: number;
  readonly label: string;
}

export interface ChartRow {
  readonly label: string;
  readonly marks: readonly Mark[];
  /** The same as the marks, for whoever does not see them. */
  readonly words: string;
}

/**
 * A chart before it is drawn: rows with one axis. It is drawn on the screen and in packs from this description alone, and
 * everything a drawing shows stands in words beside it.
 */
export interface Chart {
  readonly title: string;
  /** What the whole chart shows, in a sentence. */
  readonly says: string;
  /** What the marks mean. */
  readonly key: string;
  /** What the rows are. */
  readonly rowTitle: string;
  readonly ticks: readonly ChartTick[];
  readonly rows: readonly ChartRow[];
}

/** Dots of one place side by side, the first in the middle: how many widths of a dot each is moved. */
export const besides = (values: readonly number[]): readonly number[] =>
  values.map((value, index) => {
    const same = values.filter((other) => other === value).length;
    const before = values.slice(0, index).filter((other) => other === value).length;
    return before - (same - 1) / 2;
  });
