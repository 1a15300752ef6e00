import type { MatrixRow } from "../../../domain/debrief/matrix";
import { speakingTurns } from "../../../domain/debrief/speaking-order";
import type { LoopRecord } from "../../../domain/record/record";
import shared from "../debrief.module.css";
import { nameIn } from "../names";
import classes from "./board-parts.module.css";
import { turnWords } from "./words";

/** Who speaks when about an item, and why each stands where they stand. */
export const SpeakingList = ({ record, row }: { readonly record: LoopRecord; readonly row: MatrixRow }) => {
  const turns = speakingTurns(row, record.persons);
  if (turns.length < 2) return null;
  return (
    <ol className={classes.turns} aria-label="Proposed speaking order">
      {turns.map((turn) => (
        <li key={turn.personId}>
          <b>{nameIn(record, turn.personId)}</b> <span className={shared.soft}>{turnWords(turn)}</span>
        </li>
      ))}
    </ol>
  );
};
