import type { Failure } from "../../bindings/services";
import { type Live, liveCell } from "../../domain/live";
import { err, type Result } from "../../domain/result";
import type { Store } from "../../store/open-store";
import type { Room as SyncRoom } from "../../sync/room";
import type { LoopState } from "./loop-state";

type Disk = SyncRoom["disk"];
type Health = Pick<Store, "health">;

/** After a full disk every write says only that the store is closed; why it broke is what a person can act on. */
const reasonOf = ({ health }: Health, failure: Failure): Failure => {
  const state = health.get();
  return failure.type === "storeClosed" && state.state === "broken" ? { ...state.error } : failure;
};

/** Resolves when everything in the loop's document is durable, or with why not. */
export const savedOn =
  (store: Health, disk: Disk): (() => Promise<Result<void, Failure>>) =>
  async () => {
    const saved = await disk.saved();
    return saved.ok ? saved : err(reasonOf(store, { ...saved.error }));
  };

/** Records that are on the disk and were left out of the document. They stay there and nothing is written over them. */
const leftOut = ({ damaged, unreadable }: Disk): Failure | null => {
  const count = damaged.length + unreadable.length;
  return count === 0 ? null : { type: "recordsDamaged", count };
};

/**
 * What this laptop cannot do for a loop: its disk does not take the changes, or a duty fails. Once the disk takes writes
 * again, what waited is written and the duties are done.
 */
export const watchTrouble = (
  store: Health,
  disk: Disk,
  state: Pick<LoopState, "trouble" | "tryAgain">,
): { readonly live: Live<Failure | null>; readonly undo: () => void } => {
  const trouble = liveCell<Failure | null>(null);
  const show = (): void => {
    const saved = disk.state.get();
    const failure = saved.state === "failed" ? saved.failure : state.trouble.get();
    trouble.set(failure === null ? leftOut(disk) : reasonOf(store, { ...failure }));
  };
  const onHealth = (): void => {
    if (store.health.get().state === "open") void disk.saved().then(state.tryAgain);
  };
  show();
  const undos = [disk.state.subscribe(show), state.trouble.subscribe(show), store.health.subscribe(onHealth)];
  return {
    live: trouble,
    undo: () => {
      for (const undo of undos) undo();
    },
  };
};
