import type { MatrixRow } from "../../domain/debrief/matrix";
import type { RatingScale } from "../../domain/kit/scale";
import type { Person } from "../../domain/loop/roster";
import classes from "./debrief.module.css";
import { initialsOf } from "./words";

interface SpreadProps {
  readonly row: MatrixRow;
  readonly scale: RatingScale;
  readonly persons: readonly Person[];
}

interface Dot {
  readonly personId: string;
  readonly name: string;
  readonly value: number;
  readonly independent: boolean;
  /** Which place in the stack of equal values. */
  readonly level: number;
}

const dotsOf = ({ row, persons }: Pick<SpreadProps, "row" | "persons">): readonly Dot[] => {
  const heights = new Map<number, number>();
  return row.cells.flatMap((cell) => {
    if (cell.value === null) return [];
    const level = heights.get(cell.value) ?? 0;
    heights.set(cell.value, level + 1);
    const name = persons.find((person) => person.personId === cell.personId)?.name ?? "unknown";
    return [{ personId: cell.personId, name, value: cell.value, independent: cell.independent, level }];
  });
};

/** Every rater as a dot with initials on the scale; a dashed ring is a card that is not independent. */
export const Spread = ({ row, scale, persons }: SpreadProps) => {
  const dots = dotsOf({ row, persons });
  const place = (value: number): string => `${((value - 1) / (row.points - 1)) * 100}%`;
  const spoken = dots.map((dot) => `${dot.name} ${Math.round(dot.value * 10) / 10}`).join(", ");
  return (
    <div className={classes.spread} role="img" aria-label={`Ratings: ${spoken}`}>
      <div className={classes.axis}>
        {scale.map((point) => (
          <span key={point.value} className={classes.tick} style={{ left: place(point.value) }}>
            {row.points === 3 ? point.label : point.value}
          </span>
        ))}
        {dots.map((dot) => (
          <span
            key={dot.personId}
            className={classes.dot}
            data-independent={dot.independent || undefined}
            style={{ left: place(dot.value), bottom: `${dot.level * 20 + 2}px` }}
          >
            {initialsOf(dot.name)}
          </span>
        ))}
      </div>
    </div>
  );
};
