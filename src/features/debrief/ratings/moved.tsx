import { debriefItemKey } from "../../../domain/debrief/item";
import type { Matrix } from "../../../domain/debrief/matrix";
import type { Movement } from "../../../domain/debrief/movement";
import type { LoopRecord } from "../../../domain/record/record";
import { nameIn } from "../names";
import { overallKey } from "../overall";
import classes from "./ratings.module.css";
import { movementLine } from "./words";

interface MovedProps {
  readonly record: LoopRecord;
  readonly matrix: Matrix;
  readonly movements: readonly Movement[];
  readonly onChoose: (key: string) => void;
}

const titleOf = (matrix: Matrix, { rating }: Movement): string =>
  matrix.rows.find((row) => debriefItemKey(row.item) === debriefItemKey(rating.item))?.title ??
  "Overall call";

const keyOf = ({ rating }: Movement): string =>
  rating.item.kind === "overall" ? overallKey : debriefItemKey(rating.item);

/** Who moved in the discussion, towards whom and why. Nothing where nobody rated again. */
export const Moved = ({ record, matrix, movements, onChoose }: MovedProps) => {
  if (movements.length === 0) return null;
  return (
    <section aria-labelledby="moved-title">
      <h2 id="moved-title" className={classes.title}>
        After the discussion
      </h2>
      <ul className={classes.moved}>
        {movements.map((movement) => (
          <li key={movement.rating.hash}>
            <button type="button" className={classes.link} onClick={() => onChoose(keyOf(movement))}>
              {titleOf(matrix, movement)}
            </button>{" "}
            <b>{nameIn(record, movement.rating.personId)}</b>{" "}
            {movementLine(movement, (id) => nameIn(record, id))}
            <span className={classes.why}>{movement.rating.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
