import { nameIn } from "../../bindings/loop-names";
import { counted, listed, possessive } from "../../bindings/name-lists";
import type { Completeness, ExpectedCard, Owing } from "../../domain/loop/completeness";
import { type LoopView, missingCards } from "../../domain/loop/loop-view";
import type { Lamp } from "./board";

/** "3 of 6 cards are sealed.", "All 6 cards are sealed.", "The cards are revealed." */
export const sealedLine = (view: LoopView): string => {
  if (view.reveal !== null) return "The cards are revealed.";
  const missing = missingCards(view).length;
  const required = view.cards.filter((card) => card.required).length;
  if (required === 0) return "No card is required.";
  if (missing > 0) return `${required - missing} of ${required} cards are sealed.`;
  return required === 1 ? "The one card is sealed." : `All ${required} cards are sealed.`;
};

/** More names than these are a number. */
const mostNames = 3;

const owedCards = ({ unsealed, unsafe }: Owing): number =>
  unsealed.length + unsafe.filter(({ required }) => required).length;

const owingLine = (view: LoopView, owing: readonly Owing[]): string => {
  const owed = owing.filter((one) => owedCards(one) > 0);
  const total = owed.reduce((sum, one) => sum + owedCards(one), 0);
  if (owed.length > mostNames) return `${owed.length} laptops still owe ${total}`;
  const each = owed.map((one, index) => {
    const whose = possessive(nameIn(view, one.personId));
    return index === 0 ? `${whose} laptop still owes ${owedCards(one)}` : `${whose} ${owedCards(one)}`;
  });
  return listed(each);
};

/** "7 of 9 cards are safe; Tomas’ laptop still owes 1." Safe is what losing a laptop no longer loses. */
export const safeLine = (view: LoopView, board: Completeness): string => {
  const { expected, safe } = board;
  if (expected === 0) return "";
  if (safe === expected) return expected === 1 ? "The one card is safe." : `All ${expected} cards are safe.`;
  return `${safe} of ${counted(expected, "card")} ${expected === 1 ? "is" : "are"} safe; ${owingLine(view, board.owing)}.`;
};

const isSealed = ({ delivery }: ExpectedCard): boolean => delivery !== "unsealed";

/** The laptops that hold every sealed card: "3 laptops hold everything that is sealed."; empty where none does. */
export const wholeLine = (view: LoopView, { cards }: Completeness): string => {
  const sealed = cards.filter(isSealed);
  const whole = view.devices.filter(({ deviceId }) =>
    sealed.every(({ copies }) => copies.some((copy) => copy.deviceId === deviceId)),
  ).length;
  if (sealed.length === 0 || whole === 0) return "";
  return `${counted(whole, "laptop")} ${whole === 1 ? "holds" : "hold"} everything that is sealed.`;
};

/** How safe the cards are, as a shape and in words; null before a plan asks for any. */
export const safetyLamp = (view: LoopView, board: Completeness): Lamp | null => {
  if (board.expected === 0) return null;
  const words = safeLine(view, board);
  if (board.cards.some(({ delivery }) => delivery === "author"))
    return { shape: "bang", words, unsafe: true };
  const shape = board.safe === board.expected ? "full" : board.cards.some(isSealed) ? "half" : "empty";
  return { shape, words, unsafe: false };
};
