import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Live, Loadable } from "../domain/live";
import { showShortly } from "./shortly";

/** The current value of a live value; the component renders again when it changes. */
export const useLive = <Value>(live: Live<Value>): Value => useSyncExternalStore(live.subscribe, live.get);

/** Hears of changes after the pause; its undo also forgets what waits for it. */
const subscribeShortly = <Value>(live: Live<Value>, listener: () => void): (() => void) => {
  let forget = (): void => undefined;
  const undo = live.subscribe(() => {
    forget = showShortly(listener);
  });
  return () => {
    undo();
    forget();
  };
};

/**
 * The current value of a live value; the component renders again shortly after it changed, when colleagues have been served. For what the
 * screen only shows: a text that is being typed has to come back within its own event and takes `useLive`.
 */
export const useLiveShortly = <Value>(live: Live<Value>): Value => {
  const subscribe = useCallback((listener: () => void) => subscribeShortly(live, listener), [live]);
  return useSyncExternalStore(subscribe, live.get);
};

/**
 * A live value made by a call that must not be repeated on every render: `open` runs again only when `key`
 * changes. Trying again is another key.
 */
export const useOpened = <Value>(open: () => Live<Loadable<Value>>, key: string): Loadable<Value> => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names what `open` opens
  const live = useMemo(open, [key]);
  return useLiveShortly(live);
};
