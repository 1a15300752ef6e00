import { inTurn, oneOf } from "../../domain/in-turn";
import type { Live } from "../../domain/live";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Store } from "../../store/open-store";
import type { StoredLoop } from "../../store/repositories/loop-repository";
import { updatedSummary } from "./summary";

/** Keeps the loop's row in the list true to what the loop says. The undo resolves when nothing is being written. */
export const keepSummary = (
  store: Pick<Store, "loops">,
  first: StoredLoop,
  view: Live<LoopView>,
): (() => Promise<void>) => {
  const turns = inTurn();
  let stored = first;
  /** What could not be written is tried again with the next change of the view. */
  const write = async (): Promise<void> => {
    const fresh = updatedSummary(stored, view.get());
    if (fresh === stored) return;
    const written = await store.loops.put(fresh);
    if (written.ok) stored = fresh;
  };
  const writeOnce = oneOf(turns, write);
  const update = (): void => void writeOnce();
  update();
  const undo = view.subscribe(update);
  return async () => {
    undo();
    await turns.idle();
  };
};
