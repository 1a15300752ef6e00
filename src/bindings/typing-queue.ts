import { createActQueue, personInputs } from "./act-queue";
import { goesOnTyping, type HeardEvent } from "./goes-on-typing";
import type { ShowHost } from "./shortly";

/** What of a window the queue uses. */
export interface TypingHost extends ShowHost {
  readonly requestAnimationFrame: (act: () => void) => number;
  readonly cancelAnimationFrame: (frame: number) => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly performance: { readonly now: () => number };
}

/** Takes in what is typed into a field. */
export interface TypingQueue {
  /**
   * Runs `act` once: when the typing rests or has gone on for long, or before the person does anything else. `soon`
   * does not wait for a rest, only for the letter to be painted.
   */
  readonly add: (act: () => void, field: unknown, soon: boolean) => void;
}

/** Shorter than the pause between two letters of somebody who types; what a letter sets going is over by the next. */
const restMs = 100;

/** Whoever types without a rest has no letter waiting longer than this and the next letter. */
const mostMs = 300;

/** A window that nobody sees draws no frames; what waits for one goes on after so many milliseconds. */
const unseenMs = 100;

/** What somebody typed is taken in before the window loses the field, the focus or itself. */
const leavings = ["blur", "visibilitychange", "beforeunload", "pagehide"] as const;

/** A callback of the frame runs before it is drawn, a timer that it starts runs after. */
const afterPaint = (host: TypingHost, act: () => void): (() => void) => {
  let painted: number | null = null;
  const unseen = host.setTimeout(act, unseenMs);
  const frame = host.requestAnimationFrame(() => {
    painted = host.setTimeout(act, 0);
  });
  return () => {
    host.clearTimeout(unseen);
    host.cancelAnimationFrame(frame);
    if (painted !== null) host.clearTimeout(painted);
  };
};

const afterRest = (host: TypingHost, act: () => void): (() => void) => {
  const timer = host.setTimeout(act, restMs);
  return () => host.clearTimeout(timer);
};

/** One stretch of typing into one field, from its first letter that was not taken in. */
const createStretch = (host: TypingHost, flush: () => void) => {
  const began = host.performance.now();
  let isSoon = false;
  let end = (): void => undefined;
  return {
    letter: (soon: boolean) => {
      if (isSoon) return;
      isSoon = soon || host.performance.now() - began >= mostMs;
      end();
      end = (isSoon ? afterPaint : afterRest)(host, flush);
    },
    end: () => end(),
  };
};

/**
 * Collects what is typed, so that between two letters of a word nothing but the letters is drawn, computed or written.
 * Whatever else the person does meets what they typed before.
 */
export const createTypingQueue = (host: TypingHost): TypingQueue => {
  let stretch: ReturnType<typeof createStretch> | null = null;
  let typedInto: unknown = null;
  const isMoreOfIt = (event: HeardEvent) => event.target === typedInto && goesOnTyping(event);
  const begin = (flush: () => void) => {
    const begun = createStretch(host, flush);
    stretch = begun;
    return begun.end;
  };
  const queue = createActQueue(host, [...personInputs, ...leavings], begin, isMoreOfIt);
  return {
    add: (act, field, soon) => {
      typedInto = field;
      queue.add(act);
      stretch?.letter(soon);
    },
  };
};

let ofThisWindow: TypingQueue | null = null;

/** The queue of the window this runs in. */
export const typingQueue = (): TypingQueue => {
  ofThisWindow ??= createTypingQueue(window);
  return ofThisWindow;
};
