/** What of a window the queue uses. */
export interface ShowHost {
  readonly setTimeout: (act: () => void, milliseconds: number) => number;
  readonly clearTimeout: (timer: number) => void;
  readonly addEventListener: (type: string, act: () => void, options: { readonly capture: true }) => void;
  readonly removeEventListener: (type: string, act: () => void, options: { readonly capture: true }) => void;
}

/** A quarter of a frame at 60 a second: long enough for a cipher, too short to be seen. */
const pauseMs = 4;

/** Whatever a person does next must meet a screen that shows what they did before. */
const inputs = ["keydown", "beforeinput", "pointerdown", "click", "focusin"] as const;

/** What the screen still has to show. */
export interface ShowQueue {
  /** Runs `act` once after the pause, however often it is given until then; returns its undo. */
  readonly add: (act: () => void) => () => void;
  /** Runs now what waits. */
  readonly now: () => void;
}

/**
 * Collects what the screen has to show and shows it after a short pause, or when the person goes on. In between the
 * window's thread is free for what colleagues wait for: a sealed message comes back from the cipher as a task of its
 * own, and would otherwise queue behind rendering, layout and paint. A frame asked for at once would not do: the
 * browser begins it before that task.
 */
export const createShowQueue = (host: ShowHost): ShowQueue => {
  const waiting = new Set<() => void>();
  let stop: (() => void) | null = null;

  const flush = (): void => {
    stop?.();
    stop = null;
    const due = [...waiting];
    waiting.clear();
    for (const act of due) act();
  };
  const start = (): (() => void) => {
    const timer = host.setTimeout(flush, pauseMs);
    for (const input of inputs) host.addEventListener(input, flush, { capture: true });
    return () => {
      host.clearTimeout(timer);
      for (const input of inputs) host.removeEventListener(input, flush, { capture: true });
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

let ofThisWindow: ShowQueue | null = null;

const inThisWindow = (): ShowQueue => {
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
