import type { DraftState } from "../../bindings/services";
import type { Live, Loadable } from "../../domain/live";

type Opened = Loadable<DraftState | null>;

const hasCard = (opened: Opened): boolean => opened.state === "ready" && opened.value !== null;

/**
 * A card as it was when it was opened. The desk's own copy leads from then on, and what becomes of a write is the save
 * note's: neither is a reason to render the screen.
 */
export const cardOpened = (draft: Live<Opened>): Live<Opened> => {
  let held = draft.get();
  return {
    get: () => {
      const now = draft.get();
      if (!hasCard(held) || !hasCard(now)) held = now;
      return held;
    },
    subscribe: draft.subscribe,
  };
};
