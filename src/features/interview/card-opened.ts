import type { DraftState } from "../../bindings/services";
import type { Live, Loadable } from "../../domain/live";

type Opened = Loadable<DraftState | null>;

const hasCard = (opened: Opened): boolean => opened.state === "ready" && opened.value !== null;

/** Which card it is: another number is one that came from elsewhere into its place. */
export const editionOf = (opened: Opened): number =>
  opened.state === "ready" ? (opened.value?.replaced ?? 0) : 0;

/**
 * A card as it was when it was opened. The desk's own copy leads from then on, and what becomes of a write is the save
 * note's: neither is a reason to render the screen. A newer copy that came from elsewhere is another card.
 */
export const cardOpened = (draft: Live<Opened>): Live<Opened> => {
  let held = draft.get();
  return {
    get: () => {
      const now = draft.get();
      if (!hasCard(held) || !hasCard(now) || editionOf(held) !== editionOf(now)) held = now;
      return held;
    },
    subscribe: draft.subscribe,
  };
};
