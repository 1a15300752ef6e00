/**
 * A value that changes, and how to hear of it. Shaped for React's useSyncExternalStore: `get` returns the same
 * object until something changed, `subscribe` returns its undo.
 */
export interface Live<Value> {
  readonly get: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What is known of something that has to be fetched first. */
export type Loadable<Value> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "failed"; readonly error: { readonly type: string } };

/** A live value with a setter for its owner; listeners run only when the value is another object. */
export interface LiveCell<Value> extends Live<Value> {
  readonly set: (value: Value) => void;
}

export const liveCell = <Value>(initial: Value): LiveCell<Value> => {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
