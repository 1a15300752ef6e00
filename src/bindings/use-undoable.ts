import { useCallback, useRef, useState } from "react";
import { type PastStep, withStep } from "./past-steps";
import { showShortly, showWaitingNow } from "./shortly";

/** A state whose changes can be taken back. */
export interface Undoable<State> {
  readonly state: State;
  /** Makes the next state from the newest one; the same object back means that nothing changed. */
  readonly change: (make: (before: State) => State, group?: string) => void;
  /** Makes the next state as `change` does, and is no step: nobody takes it back. */
  readonly adjust: (make: (before: State) => State) => void;
  /** Goes one step back. Returns the state it left and the one it went to, or null where there was no step. */
  readonly undo: () => { readonly from: State; readonly to: State } | null;
  readonly canUndo: boolean;
}

export interface UndoableOptions<State> {
  /** Hears of every new state at once, also of one that was taken back to. */
  readonly onChange?: (next: State, before: State) => void;
  /**
   * Shows changes without a group shortly, so that what `onChange` sets going is not held up by the screen. Changes
   * with a group are typing, which has to be shown within its own event.
   */
  readonly actsShowShortly?: boolean;
  /** What of the newest state stays when an older one is gone back to: what `adjust` brought. */
  readonly carry?: (older: State, newest: State) => State;
}

/** Holds a state with its past. */
export const useUndoable = <State>(
  initial: () => State,
  {
    onChange = () => undefined,
    actsShowShortly = false,
    carry = (older) => older,
  }: UndoableOptions<State> = {},
): Undoable<State> => {
  const [state, setState] = useState(initial);
  const newest = useRef(state);
  const past = useRef<readonly PastStep<State>[]>([]);
  const showNewest = useCallback(() => setState(() => newest.current), []);
  const take = (next: State, waits: boolean) => {
    const before = newest.current;
    newest.current = next;
    onChange(next, before);
    if (waits) {
      showShortly(showNewest);
      return;
    }
    showNewest();
    showWaitingNow();
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
      take(next, actsShowShortly && group === undefined);
    },
    adjust: (make) => {
      const next = make(newest.current);
      if (!Object.is(next, newest.current)) take(next, false);
    },
    undo: () => {
      const step = past.current.at(-1);
      if (step === undefined) return null;
      const from = newest.current;
      past.current = past.current.slice(0, -1);
      const to = carry(step.state, from);
      take(to, false);
      return { from, to };
    },
    canUndo: past.current.length > 0,
  };
};
