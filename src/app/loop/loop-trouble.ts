import type { Failure } from "../../bindings/services";
import { type Live, liveCell } from "../../domain/live";
import type { Store } from "../../store/open-store";
import type { Room as SyncRoom } from "../../sync/room";
import type { LoopState } from "./loop-state";

/**
 * What this laptop cannot do for a loop: its disk does not take the changes, or a duty fails. Once the disk takes writes
 * again, what waited is written and the duties are done.
 */
export const watchTrouble = (
  store: Pick<Store, "health">,
  { disk }: Pick<SyncRoom, "disk">,
  state: Pick<LoopState, "trouble" | "tryAgain">,
): { readonly live: Live<Failure | null>; readonly undo: () => void } => {
  const trouble = liveCell<Failure | null>(null);
  const show = (): void => {
    const saved = disk.state.get();
    const failure = saved.state === "failed" ? saved.failure : state.trouble.get();
    trouble.set(failure === null ? null : { ...failure });
  };
  const onHealth = (): void => {
    if (store.health.get().state === "open") void disk.saved().then(state.tryAgain);
  };
  const undos = [disk.state.subscribe(show), state.trouble.subscribe(show), store.health.subscribe(onHealth)];
  return {
    live: trouble,
    undo: () => {
      for (const undo of undos) undo();
    },
  };
};
