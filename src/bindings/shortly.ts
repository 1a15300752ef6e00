import { type ActQueue, createActQueue, type InputHost, personInputs } from "./act-queue";

/** What of a window the queue uses. */
export interface ShowHost extends InputHost {
  readonly setTimeout: (act: () => void, milliseconds: number) => number;
  readonly clearTimeout: (timer: number) => void;
}

/** A quarter of a frame at 60 a second: long enough for a cipher, too short to be seen. */
const pauseMs = 4;

/**
 * Collects what the screen has to show and shows it after a short pause, or when the person goes on. In between the
 * window's thread is free for what colleagues wait for: a sealed message comes back from the cipher as a task of its
 * own, and would otherwise queue behind rendering, layout and paint. A frame asked for at once would not do: the
 * browser begins it before that task.
 */
export const createShowQueue = (host: ShowHost): ActQueue =>
  createActQueue(host, personInputs, (flush) => {
    const timer = host.setTimeout(flush, pauseMs);
    return () => host.clearTimeout(timer);
  });

let ofThisWindow: ActQueue | null = null;

const inThisWindow = (): ActQueue => {
  ofThisWindow ??= createShowQueue(window);
  return ofThisWindow;
};

/** Shows something in the window this runs in, shortly. */
export const showShortly = (act: () => void): (() => void) => inThisWindow().add(act);

/**
 * Shows what waits together with what is shown now: beside a letter that was typed must not stand for another moment
 * that everything is saved.
 */
export const showWaitingNow = (): void => inThisWindow().now();
