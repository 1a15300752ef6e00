import type { ApplicationState } from "../../domain/candidates/standing";
import { stateWords } from "./application-words";
import { type CandidateRow, countStates } from "./candidate-rows";
import classes from "./candidates.module.css";
import { words } from "./words";

interface FunnelStripProps {
  readonly rows: readonly CandidateRow[];
  readonly chosen: ApplicationState | null;
  readonly onChoose: (state: ApplicationState | null) => void;
}

/** How many applications are in each state; pressing one narrows the list to it, pressing it again shows all. */
export const FunnelStrip = ({ rows, chosen, onChoose }: FunnelStripProps) => (
  <fieldset className={classes.strip} aria-label={words.strip}>
    {countStates(rows).map(({ state, count }) => (
      <button
        key={state}
        type="button"
        aria-pressed={chosen === state}
        data-empty={count === 0 || undefined}
        onClick={() => onChoose(chosen === state ? null : state)}
      >
        <strong>{count}</strong>
        <span>{stateWords[state]}</span>
      </button>
    ))}
  </fieldset>
);
