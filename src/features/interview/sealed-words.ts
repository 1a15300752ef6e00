import { type LoopView, missingCards, type SealedRevision } from "../../domain/loop/loop-view";

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

/** Where a sealed card is, in words; the author's own laptop always has it. */
export const heldWords = ({ heldBy }: Pick<SealedRevision, "heldBy">): string => {
  if (heldBy.length === 0) {
    return "On this laptop only. It travels as soon as a colleague’s laptop is reached.";
  }
  return heldBy.length === 1
    ? "On this laptop and on one colleague’s."
    : `On this laptop and on ${heldBy.length} colleagues’.`;
};
