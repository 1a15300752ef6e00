import { type Live, liveCell } from "../../domain/live";
import { type Looking, patienceSeconds } from "./room-state";

/** The search for the others, which one day has taken too long. */
export interface Search {
  readonly state: Live<Looking>;
  readonly begin: () => void;
  readonly stop: () => void;
  /** Stops for good: nothing waits any more. */
  readonly end: () => void;
}

export const newSearch = (): Search => {
  const state = liveCell<Looking>("no");
  let patience: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const wait = (): void => {
    clearTimeout(patience);
    if (!ended) patience = setTimeout(() => state.set("forLong"), patienceSeconds * 1000);
  };
  const stop = (): void => {
    clearTimeout(patience);
    state.set("no");
  };
  return {
    state,
    begin: () => {
      wait();
      state.set("yes");
    },
    stop,
    end: () => {
      ended = true;
      clearTimeout(patience);
    },
  };
};
