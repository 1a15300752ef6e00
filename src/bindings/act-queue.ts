import type { HeardEvent } from "./goes-on-typing";

type Listen = (type: string, act: (event: HeardEvent) => void, options: { readonly capture: true }) => void;

/** What of a window a queue listens to. */
export interface InputHost {
  readonly addEventListener: Listen;
  readonly removeEventListener: Listen;
}

/** Acts that wait for a moment. */
export interface ActQueue {
  /** Runs `act` once when the moment comes, however often it is given until then; returns its undo. */
  readonly add: (act: () => void) => () => void;
  /** Runs now what waits. */
  readonly now: () => void;
}

/**
 * Collects acts until `begin` calls back or one of `inputs` is about to be heard, whichever is first; an input that
 * `passes` ends no waiting. `begin` returns its undo.
 */
export const createActQueue = (
  host: InputHost,
  inputs: readonly string[],
  begin: (flush: () => void) => () => void,
  passes: (event: HeardEvent) => boolean = () => false,
): ActQueue => {
  const waiting = new Set<() => void>();
  let stop: (() => void) | null = null;

  const flush = (): void => {
    stop?.();
    stop = null;
    const due = [...waiting];
    waiting.clear();
    for (const act of due) act();
  };
  const hear = (event: HeardEvent): void => {
    if (!passes(event)) flush();
  };
  const start = (): (() => void) => {
    const end = begin(flush);
    for (const input of inputs) host.addEventListener(input, hear, { capture: true });
    return () => {
      end();
      for (const input of inputs) host.removeEventListener(input, hear, { capture: true });
    };
  };
  return {
    add: (act) => {
      waiting.add(act);
      stop ??= start();
      return () => {
        waiting.delete(act);
      };
    },
    now: flush,
  };
};

/** Whatever a person does next must meet a screen that shows what they did before. */
export const personInputs = ["keydown", "beforeinput", "pointerdown", "click", "focusin"] as const;
