import type { Bridge } from "../../../electron/contract/bridge";
import type { Failure, StorageService } from "../../bindings/services";
import { liveCell } from "../../domain/live";
import type { Store } from "../../store/open-store";

/** How the store and the copy beside it are, for the frame around every screen. */
export const createStorageService = (
  { restored }: Pick<Store, "restored">,
  journal: Pick<Bridge["journal"], "onState">,
): { readonly service: StorageService; readonly undo: () => void } => {
  const copyTrouble = liveCell<Failure | null>(null);
  const undo = journal.onState((state) =>
    copyTrouble.set(state.state === "failed" ? { ...state.failure } : null),
  );
  return {
    service: { restored: restored.live, dismissRestored: restored.dismiss, copyTrouble },
    undo,
  };
};
