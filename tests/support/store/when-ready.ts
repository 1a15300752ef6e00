import type { Live, Loadable } from "../../../src/domain/live";

/** The first state of a live value that fits, looked at now and after every change; listens no longer than that. */
export const whenLive = <Value, Fitting extends Value>(
  live: Live<Value>,
  fits: (value: Value) => value is Fitting,
): Promise<Fitting> =>
  new Promise((resolve) => {
    let undo: (() => void) | null = null;
    const look = () => {
      const value = live.get();
      if (!fits(value)) return;
      undo?.();
      undo = null;
      resolve(value);
    };
    undo = live.subscribe(look);
    look();
  });

type Ready<Value> = Extract<Loadable<Value>, { state: "ready" }>;

/** The value of a loadable once it is there and fits. A failure never fits, so the test runs into its time limit. */
export const whenReady = async <Value>(
  live: Live<Loadable<Value>>,
  fits: (value: Value) => boolean = () => true,
): Promise<Value> => {
  const isFitting = (loadable: Loadable<Value>): loadable is Ready<Value> =>
    loadable.state === "ready" && fits(loadable.value);
  return (await whenLive(live, isFitting)).value;
};
