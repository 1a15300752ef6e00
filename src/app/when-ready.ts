import type { Live, Loadable } from "../domain/live";
import { err, ok, type Result } from "../domain/result";

/** The first value of something that has to be fetched, or why it could not be. */
export const whenReady = <Value>(
  live: Live<Loadable<Value>>,
): Promise<Result<Value, { readonly type: string }>> =>
  new Promise((resolve) => {
    const look = (): boolean => {
      const state = live.get();
      if (state.state === "loading") return false;
      undo();
      resolve(state.state === "ready" ? ok(state.value) : err(state.error));
      return true;
    };
    const undo = live.subscribe(look);
    look();
  });
