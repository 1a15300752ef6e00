import { useMemo, useSyncExternalStore } from "react";
import type { Live, Loadable } from "../domain/live";

/** The current value of a live value; the component renders again when it changes. */
export const useLive = <Value>(live: Live<Value>): Value => useSyncExternalStore(live.subscribe, live.get);

/**
 * A live value made by a call that must not be repeated on every render: `open` runs again only when `key`
 * changes. Trying again is another key.
 */
export const useOpened = <Value>(open: () => Live<Loadable<Value>>, key: string): Loadable<Value> => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names what `open` opens
  const live = useMemo(open, [key]);
  return useLive(live);
};
