import { nameIn } from "../../bindings/loop-names";
import { type LoopView, missingCards } from "../../domain/loop/loop-view";

/** Whose cards are still to come: "Still open: you, Tomas." */
export const stillOpen = (view: LoopView): string => {
  const names = missingCards(view).map(({ personId }) =>
    personId === view.me?.personId ? "you" : nameIn(view, personId),
  );
  const unique = [...new Set(names)];
  if (unique.length === 0) return "Every required card is in. The facilitator can reveal.";
  return `Still open: ${unique.join(", ")}.`;
};
