import type { Density } from "../outline";

/** Sizes in half points, distances in twentieths of a point, lines in 240ths of their own height. */
interface Measures {
  readonly body: { readonly size: number; readonly after: number; readonly line: number };
  readonly heading1: { readonly size: number; readonly after: number };
  readonly caption: { readonly size: number; readonly before: number; readonly after: number };
  readonly small: { readonly size: number; readonly before: number; readonly after: number };
  readonly tableText: { readonly size: number; readonly line: number };
  /** What stands beside the main thing. */
  readonly beside: number;
  /** Around the page; the running lines stand in it. */
  readonly margin: number;
  readonly runningLine: number;
  /** Around the text of every cell. */
  readonly cell: { readonly tall: number; readonly wide: number };
}

/** Seven points are the least that is read without effort; 0.9 cm what every printer can print. */
export const measures: Readonly<Record<Density, Measures>> = {
  normal: {
    body: { size: 21, after: 100, line: 264 },
    heading1: { size: 32, after: 160 },
    caption: { size: 19, before: 160, after: 60 },
    small: { size: 18, before: 80, after: 80 },
    tableText: { size: 19, line: 264 },
    beside: 16,
    margin: 1247,
    runningLine: 708,
    cell: { tall: 50, wide: 90 },
  },
  dense: {
    body: { size: 17, after: 30, line: 240 },
    heading1: { size: 24, after: 20 },
    caption: { size: 15, before: 40, after: 20 },
    small: { size: 15, before: 10, after: 10 },
    tableText: { size: 15, line: 214 },
    beside: 14,
    margin: 500,
    runningLine: 220,
    cell: { tall: 8, wide: 50 },
  },
};
