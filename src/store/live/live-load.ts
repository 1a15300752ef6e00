import type { Live, Loadable } from "../../domain/live";
import { liveCell } from "../../domain/live";
import type { Result } from "../../domain/result";

/** Runs `task` now, and once more for any number of calls that came while it ran. */
const coalesced = (task: () => Promise<void>): (() => Promise<void>) => {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        await task();
      }
    } finally {
      running = false;
    }
  };
};

/**
 * A live value that is read anew whenever `watch` tells of a change. It reads only while somebody listens; with the
 * last listener gone it keeps what it knew and watches nothing.
 */
export const liveLoad = <Value, Failure extends { readonly type: string }>(
  watch: (changed: () => void) => () => void,
  load: () => Promise<Result<Value, Failure>>,
): Live<Loadable<Value>> => {
  const cell = liveCell<Loadable<Value>>({ state: "loading" });
  const refresh = coalesced(async () => {
    const loaded = await load();
    cell.set(loaded.ok ? { state: "ready", value: loaded.value } : { state: "failed", error: loaded.error });
  });
  return {
    get: cell.get,
    subscribe: whileListening(cell.subscribe, () => {
      const stop = watch(() => void refresh());
      void refresh();
      return stop;
    }),
  };
};

/** Wraps a `subscribe` so that `start` runs with the first listener and its undo with the last one's leaving. */
export const whileListening = (
  subscribe: (listener: () => void) => () => void,
  start: () => () => void,
): ((listener: () => void) => () => void) => {
  let listeners = 0;
  let stop: () => void = () => undefined;
  return (listener) => {
    const leave = subscribe(listener);
    listeners += 1;
    if (listeners === 1) stop = start();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      leave();
      listeners -= 1;
      if (listeners === 0) stop();
    };
  };
};
