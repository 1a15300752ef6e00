import type { CardRead } from "../read/card";

/** What screens called saved, by whom: the measure for what is lost. */
export interface Book {
  /** Texts that were handed over. */
  readonly handOffs: string[];
  /** By host and slot title: what each question showed when it was saved. */
  readonly cards: Map<string, Map<string, CardRead[]>>;
  /** Cards that were sealed: host and slot title. */
  readonly sealed: { readonly host: string; readonly slot: string }[];
  /** What a restart did not bring back. */
  lostAtRestart: number;
  /** What the record lacks or has twice; a card that lost its independence counts as lost. */
  lostInRecord: number;
  doubledInRecord: number;
  /** The longest agreement so far, in milliseconds. */
  slowestMs: number;
}

export const newBook = (): Book => ({
  handOffs: [],
  cards: new Map(),
  sealed: [],
  lostAtRestart: 0,
  lostInRecord: 0,
  doubledInRecord: 0,
  slowestMs: 0,
});

/** Enters what a host's card shows and calls saved. */
export const enterCard = ({ cards }: Book, host: string, slot: string, read: CardRead): void => {
  const slots = cards.get(host) ?? new Map<string, CardRead[]>();
  const questions = slots.get(slot) ?? [];
  questions[read.question] = read;
  cards.set(host, slots.set(slot, questions));
};

type SameText = (saved: string, now: string) => boolean;

const missingFrom = (saved: readonly string[], now: readonly string[], same: SameText): number =>
  saved.filter((text) => !now.some((other) => same(text, other))).length;

/** Typing goes on after a save, so what was saved is the beginning of what is there. */
const grownFrom: SameText = (saved, now) => now.startsWith(saved);

/** How much of what was saved is missing from what is shown now. */
export const lostBetween = (saved: CardRead, now: CardRead): number =>
  (saved.rating === "" || saved.rating === now.rating ? 0 : 1) +
  missingFrom(saved.ticks, now.ticks, (one, other) => one === other) +
  missingFrom(saved.notes, now.notes, grownFrom);

/** What a script's text begins with; a text whose typing was cut short may not have it. */
const tokenOf = (text: string): readonly string[] => /\[[^\]]+\]/.exec(text)?.slice(0, 1) ?? [];

/** How many of a script's texts occur once too often. */
export const doubled = (texts: readonly string[]): number => {
  const tokens = texts.flatMap(tokenOf);
  return tokens.length - new Set(tokens).size;
};
