import { highest, pilePlaces, type SpreadDot, shift } from "./pile";
import classes from "./spread.module.css";
import { initialsOf } from "./words";

interface SpreadProps {
  readonly dots: readonly SpreadDot[];
  /** The labels of the points, lowest first. */
  readonly points: readonly string[];
}

/** Every rater as a dot with initials on the scale; a dashed ring is a card that is not independent. */
export const Spread = ({ dots, points }: SpreadProps) => {
  const left = (value: number): string => `${((value - 1) / (points.length - 1)) * 100}%`;
  const places = pilePlaces(dots, points.length);
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
