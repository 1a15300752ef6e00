import { useEffect, useState } from "react";
import { useLoopSession } from "../../../bindings/loop-session-context";
import type { SharedNotesDesk } from "../../../bindings/shared-notes";
import type { SlotId } from "../../../domain/ids";

/** The shared notes of a slot while the screen shows them; null until they are open. */
export const useSharedNotes = (slotId: SlotId): SharedNotesDesk | null => {
  const session = useLoopSession();
  const [desk, setDesk] = useState<SharedNotesDesk | null>(null);
  useEffect(() => {
    const opened = session.openSharedNotes(slotId);
    setDesk(opened);
    return () => {
      setDesk(null);
      opened.close();
    };
  }, [session, slotId]);
  return desk;
};
