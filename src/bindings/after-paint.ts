import { type ActQueue, createActQueue, personInputs } from "./act-queue";
import type { ShowHost } from "./shortly";

/** What of a window the queue uses. */
export interface PaintHost extends ShowHost {
  readonly requestAnimationFrame: (act: () => void) => number;
  readonly cancelAnimationFrame: (frame: number) => void;
}

/** A window that nobody sees draws no frames; what waits for one goes on after so many milliseconds. */
const unseenMs = 100;

/** What somebody typed is taken in before the window loses the field, the focus or itself. */
const leavings = ["blur", "visibilitychange", "beforeunload", "pagehide"] as const;

/**
 * Collects acts until the next frame is painted or the person goes on, whichever is first. A callback of the frame runs
 * before it is drawn, a timer that it starts runs after.
 */
export const createPaintQueue = (host: PaintHost): ActQueue =>
  createActQueue(host, [...personInputs, ...leavings], (flush) => {
    let painted: number | null = null;
    const unseen = host.setTimeout(flush, unseenMs);
    const frame = host.requestAnimationFrame(() => {
      painted = host.setTimeout(flush, 0);
    });
    return () => {
      host.clearTimeout(unseen);
      host.cancelAnimationFrame(frame);
      if (painted !== null) host.clearTimeout(painted);
    };
  });

let ofThisWindow: ActQueue | null = null;

/** Runs `act` once what the window shows now is painted, or before the person's next input is heard. */
export const afterPaint = (act: () => void): void => {
  ofThisWindow ??= createPaintQueue(window);
  ofThisWindow.add(act);
};
