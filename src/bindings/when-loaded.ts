import type { Live, Loadable } from "../domain/live";
import { err, ok, type Result } from "../domain/result";

/** The value as soon as it is there, or why it cannot be had; listens until then and no longer. */
export const whenLoaded = <Value>(
  live: Live<Loadable<Value>>,
): Promise<Result<Value, { readonly type: string }>> =>
  new Promise((resolve) => {
    let undo: (() => void) | null = null;
    const look = (): boolean => {
      const now = live.get();
      if (now.state === "loading") return false;
      resolve(now.state === "ready" ? ok(now.value) : err(now.error));
      undo?.();
      return true;
    };
    if (!look()) undo = live.subscribe(look);
  });
