import { useEffect, useMemo, useRef } from "react";
import { createKitDesk, type KitDesk } from "../../../bindings/kit-desk";
import { useServices } from "../../../bindings/services";
import { useLive } from "../../../bindings/use-live";
import type { Kit } from "../../../domain/kit/kit";
import { useKeys } from "../../../ui/keys/keys";
import { words } from "./words";

/** The desk of this kit while the screen is there; what others write to the kit is taken in. */
export const useKitDesk = (stored: Kit): KitDesk => {
  const { kits } = useServices();
  const first = useRef(stored);
  const desk = useMemo(
    () =>
      createKitDesk({
        stored: first.current,
        write: (act) => kits.edit(first.current.id, act),
        nowMs: () => performance.now(),
      }),
    [kits],
  );
  useEffect(() => desk.takeIn(stored), [desk, stored]);
  const { canUndo, canRedo } = useLive(desk);
  useKeys({
    title: words.keys,
    scope: "screen",
    bindings: [
      { keys: "ctrl+z", does: words.undoKey, active: canUndo, run: desk.undo },
      { keys: "ctrl+shift+z", does: words.redoKey, active: canRedo, run: desk.redo },
    ],
  });
  return desk;
};
