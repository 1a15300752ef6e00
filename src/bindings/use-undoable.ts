import { useRef, useState } from "react";
import { type PastStep, withStep } from "./past-steps";

/** A state whose changes can be taken back. */
export interface Undoable<State> {
  readonly state: State;
  /** Makes the next state from the newest one; the same object back means that nothing changed. */
  readonly change: (make: (before: State) => State, group?: string) => void;
  /** Goes one step back. Returns the state it left and the one it went to, or null where there was no step. */
  readonly undo: () => { readonly from: State; readonly to: State } | null;
  readonly canUndo: boolean;
}

/** Holds a state with its past; `onShown` hears of every new state, also of one that was taken back to. */
export const useUndoable = <State>(
  initial: () => State,
  onShown: (next: State, before: State) => void = () => undefined,
): Undoable<State> => {
  const [state, setState] = useState(initial);
  const newest = useRef(state);
  const past = useRef<readonly PastStep<State>[]>([]);
  const show = (next: State) => {
    const before = newest.current;
    newest.current = next;
    setState(() => next);
    onShown(next, before);
  };
  return {
    state,
    change: (make, group) => {
      const next = make(newest.current);
      if (Object.is(next, newest.current)) return;
      past.current = withStep(past.current, {
        state: newest.current,
        group: group ?? null,
        at: performance.now(),
      });
      show(next);
    },
    undo: () => {
      const step = past.current.at(-1);
      if (step === undefined) return null;
      const from = newest.current;
      past.current = past.current.slice(0, -1);
      show(step.state);
      return { from, to: step.state };
    },
    canUndo: past.current.length > 0,
  };
};
