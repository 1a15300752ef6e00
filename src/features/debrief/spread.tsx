import classes from "./spread.module.css";
import { initialsOf } from "./words";

/** One person on a line from the lowest to the highest point. */
export interface SpreadDot {
  readonly personId: string;
  readonly name: string;
  /** From 1, between points where it is a mean. */
  readonly value: number;
  readonly independent: boolean;
}

interface SpreadProps {
  readonly dots: readonly SpreadDot[];
  /** The labels of the points, lowest first. */
  readonly points: readonly string[];
}

/** Dots of one value stand on each other, this many before the next pile begins beside them. */
const highest = 3;

/** Dots closer than this share of the whole line would cover each other. */
const tooClose = 0.1;

/** How many dots before a dot stand where it would stand. */
export const placeInPile = (dots: readonly SpreadDot[], index: number, points: number): number => {
  const own = dots[index]?.value ?? 0;
  return dots.slice(0, index).filter(({ value }) => Math.abs(value - own) / (points - 1) < tooClose).length;
};

const shift = (place: number): number => Math.floor(place / highest) * 22;

/** Every rater as a dot with initials on the scale; a dashed ring is a card that is not independent. */
export const Spread = ({ dots, points }: SpreadProps) => {
  const left = (value: number): string => `${((value - 1) / (points.length - 1)) * 100}%`;
  const places = dots.map((_, index) => placeInPile(dots, index, points.length));
  const levels = Math.min(highest, Math.max(0, ...places) + 1);
  const spoken = dots.map((dot) => `${dot.name} ${Math.round(dot.value * 10) / 10}`).join(", ");
  return (
    <span className={classes.spread} role="img" aria-label={`Ratings: ${spoken}`}>
      <span className={classes.axis} style={{ height: `${levels * 20 + 10}px` }}>
        {points.map((label, index) => (
          <span key={label} className={classes.tick} style={{ left: left(index + 1) }}>
            {label}
          </span>
        ))}
        {dots.map((dot, index) => (
          <span
            key={dot.personId}
            className={classes.dot}
            data-independent={dot.independent || undefined}
            style={{
              left: `calc(${left(dot.value)} + ${shift(places[index] ?? 0)}px)`,
              bottom: `${((places[index] ?? 0) % highest) * 20 - 8}px`,
            }}
          >
            {initialsOf(dot.name)}
          </span>
        ))}
      </span>
    </span>
  );
};
