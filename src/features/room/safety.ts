import { type LoopView, missingCards, type SealedRevision } from "../../domain/loop/loop-view";
import type { Lamp } from "./board";
import { listed } from "./next-step";

interface SealedCard {
  readonly author: string;
  readonly revision: SealedRevision;
}

const sealedCards = (view: LoopView): readonly SealedCard[] =>
  view.cards.flatMap((card) => card.sealed.map((revision) => ({ author: card.personId, revision })));

const holds = (personId: string, { author, revision }: SealedCard): boolean =>
  author === personId || revision.heldBy.some((holder) => holder === personId);

/** "3 of 6 cards are sealed.", "All 6 cards are sealed.", "The cards are revealed." */
export const sealedLine = (view: LoopView): string => {
  if (view.reveal !== null) return "The cards are revealed.";
  const missing = missingCards(view).length;
  const required = view.cards.filter((card) => card.required).length;
  if (required === 0) return "No card is required.";
  if (missing > 0) return `${required - missing} of ${required} cards are sealed.`;
  return required === 1 ? "The one card is sealed." : `All ${required} cards are sealed.`;
};

/**
 * Null while nothing is sealed. How safe the sealed cards are, by the receipts of the laptops that hold them: one broken laptop loses nothing where
 * every card is on two. Names whose laptop must stay on where a card is on one only.
 */
export const safetyLamp = (view: LoopView): Lamp | null => {
  const sealed = sealedCards(view);
  if (sealed.length === 0) return null;
  const alone = sealed.filter(({ revision }) => revision.heldBy.length === 0);
  if (alone.length > 0) {
    const names = [...new Set(alone.map(({ author }) => author))].map(
      (id) => view.persons.find((person) => person.personId === id)?.name ?? "a colleague",
    );
    const cards = alone.length === 1 ? "1 sealed card is" : `${alone.length} sealed cards are`;
    const words = `${cards} on one laptop only (${listed(names)}): keep it on and in the room.`;
    return { shape: "bang", words, unsafe: true };
  }
  const whole = view.persons.filter(({ personId }) => sealed.every((card) => holds(personId, card))).length;
  if (whole >= 2) return { shape: "full", words: `${whole} laptops hold everything.`, unsafe: false };
  return { shape: "full", words: "Every sealed card is on at least two laptops.", unsafe: false };
};
