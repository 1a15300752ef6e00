import type { ExpectedCard } from "../domain/loop/completeness";
import { counted, listed, oneOfThem, possessive } from "./name-lists";

/** Where a sealed card is: a shape and a word, so that colour never speaks alone. The same on every screen. */
export interface DeliveryLamp {
  readonly shape: "empty" | "core" | "half" | "full";
  readonly words: string;
  /** True while one broken laptop would lose the card. */
  readonly unsafe: boolean;
}

type Delivered = Pick<ExpectedCard, "delivery" | "confirmation">;

/** `mine`: the card is of this laptop's person. */
export const deliveryLamp = ({ delivery, confirmation }: Delivered, mine: boolean): DeliveryLamp => {
  switch (delivery) {
    case "unsealed":
      return { shape: "empty", words: "not sealed", unsafe: false };
    case "author":
      return { shape: "core", words: mine ? "on this laptop" : "on one laptop", unsafe: true };
    case "sent":
      return { shape: "half", words: "sent", unsafe: false };
    case "confirmed": {
      const words = confirmation?.needed === 1 ? "on one other laptop" : "confirmed";
      return { shape: "full", words, unsafe: false };
    }
  }
};

/** Gives a person's name as the screen has it. */
export type NameOf = (personId: string) => string;

const laptopsOf = (persons: readonly string[], nameOf: NameOf, join: typeof listed): string => {
  // Revisions may be on different laptops, so that none holds them all.
  if (persons.length === 0) return "other laptops";
  const owners = join(persons.map((personId) => possessive(nameOf(personId))));
  return `${owners} ${join === oneOfThem || persons.length === 1 ? "laptop" : "laptops"}`;
};

/** What the card waits for until it is confirmed: "one more laptop, Ana’s or Rafael’s among them"; empty where it is. */
export const stillWanted = ({ confirmation }: Delivered, nameOf: NameOf): string => {
  if (confirmation === null) return "";
  const { lacking, keepers } = confirmation;
  if (keepers.length === 0) return lacking === 0 ? "" : counted(lacking, "more laptop");
  const keeper = laptopsOf(keepers, nameOf, oneOfThem);
  return lacking < 2 ? keeper : `${counted(lacking, "more laptop")}, among them ${keeper}`;
};

const holders = ({ copies, personId }: ExpectedCard): readonly string[] => [
  ...new Set(copies.map((copy) => copy.personId).filter((holder) => holder !== personId)),
];

/** The author's own sealed card in a sentence or two: where it is, and what it waits for. */
export const deliverySentence = (card: ExpectedCard, nameOf: NameOf): string => {
  switch (card.delivery) {
    case "unsealed":
      return "Not sealed yet.";
    case "author":
      return card.confirmation?.needed === 0
        ? "On this laptop only: nobody else is in the loop."
        : "On this laptop only. It travels as soon as a colleague’s laptop is reached.";
    case "sent":
      return `Sent: also on ${laptopsOf(holders(card), nameOf, listed)}. Confirmed once it reaches ${stillWanted(card, nameOf)}.`;
    case "confirmed": {
      const where = laptopsOf(holders(card), nameOf, listed);
      return card.confirmation?.needed === 1
        ? `On one other laptop: ${where}.`
        : `Confirmed: also on ${where}. Losing this laptop does not lose the card.`;
    }
  }
};
