import { useState } from "react";
import type { Card } from "../../../domain/card/card";

/** Which phase runs, and since when in milliseconds since 1970. */
export interface RunningPhase {
  readonly index: number;
  readonly since: number;
}

type Whose = Pick<Card, "loopId" | "slotId" | "personId">;

/** The running phases of the cards of a window, whatever screen it shows. */
export interface KeptPhases {
  readonly of: (card: Whose) => RunningPhase | null;
  /** With null, none runs any more. */
  readonly keep: (card: Whose, running: RunningPhase | null) => void;
}

const nameOf = ({ loopId, slotId, personId }: Whose): string => `${loopId}/${slotId}/${personId}`;

export const createKeptPhases = (): KeptPhases => {
  const phases = new Map<string, RunningPhase>();
  return {
    of: (card) => phases.get(nameOf(card)) ?? null,
    keep: (card, running) => {
      if (running === null) phases.delete(nameOf(card));
      else phases.set(nameOf(card), running);
    },
  };
};

/** Lives as long as the window: a look at the room or the seal screen does not end a talk. */
const ofThisWindow = createKeptPhases();

/** The phase of an exercise that runs for this card. It runs on while a question or another screen is looked at. */
export const useKeptPhase = (
  card: Whose,
): readonly [RunningPhase | null, (running: RunningPhase | null) => void] => {
  const [phase, setPhase] = useState(() => ofThisWindow.of(card));
  const keep = (running: RunningPhase | null): void => {
    ofThisWindow.keep(card, running);
    setPhase(running);
  };
  return [phase, keep];
};
