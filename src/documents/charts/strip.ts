import type { ChartRow, ChartTick, Mark } from "./chart";

/** The paper a strip is drawn on; `edge` is left free on both sides of the axis, for dots side by side. */
export const stripSize = { width: 400, height: 24, edge: 40 } as const;

/** What a shape stands for; its colour belongs to whoever draws it. */
export type Ink = "grid" | "span" | "used" | "dot";

export type Shape =
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: Ink;
    }
  | {
      readonly kind: "circle";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      /** Hollow where not filled: a ring as thick as `ringWidth`. */
      readonly filled: boolean;
      readonly ink: Ink;
    };

export const ringWidth = 2;

const radius = 5;
const dotStep = radius * 2 + 1;
const { width, height, edge } = stripSize;

/** Where a share of the axis lies on the strip, from its left. */
export const placeOnStrip = (at: number): number => edge + Math.min(1, Math.max(0, at)) * (width - 2 * edge);

const box = (from: number, to: number, tall: number, ink: Ink): Shape => {
  const [left, right] = [placeOnStrip(from), placeOnStrip(to)];
  return { kind: "box", x: left, y: (height - tall) / 2, width: right - left, height: tall, ink };
};

/** A line across the strip, in the middle of its place. */
const line = (at: number, thick: number, tall: number, ink: Ink): Shape => ({
  kind: "box",
  x: placeOnStrip(at) - thick / 2,
  y: (height - tall) / 2,
  width: thick,
  height: tall,
  ink,
});

const drawn = (mark: Mark): Shape => {
  switch (mark.kind) {
    case "span":
      return box(mark.from, mark.to, 10, "span");
    case "used":
      return box(mark.from, mark.to, 4, "used");
    case "rule":
      return line(mark.at, 3, height, "used");
    case "dot": {
      const x = placeOnStrip(mark.at) + mark.beside * dotStep;
      const within = Math.min(width - radius, Math.max(radius, x));
      return { kind: "circle", x: within, y: height / 2, radius, filled: mark.counted, ink: "dot" };
    }
  }
};

/** What one row of a chart looks like, the lowest shape first. */
export const stripShapes = (ticks: readonly ChartTick[], { marks }: ChartRow): readonly Shape[] => [
  ...ticks.map(({ at }) => line(at, 1, height, "grid")),
  ...marks.map(drawn),
];
