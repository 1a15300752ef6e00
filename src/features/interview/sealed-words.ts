import { type LoopView, missingCards } from "../../domain/loop/loop-view";

/** Whose cards are still to come: "Still open: you, Tomas." */
export const stillOpen = (view: LoopView): string => {
  const nameOf = (personId: string): string =>
    personId === view.me?.personId
      ? "you"
      : (view.persons.find((person) => person.personId === personId)?.name ?? "a colleague");
  const names = missingCards(view).map((card) => nameOf(card.personId));
  const unique = [...new Set(names)];
  if (unique.length === 0) return "Every required card is in. The facilitator can reveal.";
  return `Still open: ${unique.join(", ")}.`;
};
