import type { Card } from "../../../src/domain/card/card";
import { indicatorIdSchema, questionIdSchema } from "../../../src/domain/ids";
import type { Slot } from "../../../src/domain/loop/plan";
import type { AuthenticEntry } from "../../../src/domain/sealing/entries";
import { aCard, aPerson, aPlan, aSlot } from "../../support/builders/record";
import { aDevice, rosterDevice } from "../../support/sealing/devices";
import {
  aCharter,
  aDecision,
  ana,
  anEnvelope,
  aPlanEntry,
  aRawCall,
  aReceipt,
  aRelease,
  aRoster,
} from "../../support/sealing/loop-world";
import { textOf } from "../day-text";

/** Eight panelists; the first is the facilitator. Twelve ratings, sixty ticks and 7,200 characters on each card. */
export const panel = ["ana", "ben", "cleo", "dora", "emil", "fay", "gus", "hal"] as const;
export const questionsEach = 12;
const ticksEach = 60;
const charactersEach = 7_200;

export const questionIds = Array.from({ length: questionsEach }, (_, index) =>
  questionIdSchema.parse(`question-${index}`),
);
export const slotOf = (name: string): Slot => aSlot(`slot-${name}`, [name], { questionIds });

const answersOf = (card: Card): Card["answers"] =>
  card.answers.map((answer, index) => ({
    ...answer,
    state: "asked" as const,
    rating: { kind: "rated" as const, value: 1 + (index % 4) },
    ticks: Array.from({ length: ticksEach / questionsEach }, (_, tick) => ({
      indicatorId: indicatorIdSchema.parse(`question-${index}-good-${tick}`),
      seen: "seen" as const,
    })),
    notes: [{ atMs: 1_000 * index, quote: index % 2 === 0, text: textOf(charactersEach / questionsEach) }],
  }));

const sealed = (name: string): AuthenticEntry<"card"> => {
  const slot = slotOf(name);
  const blank = aCard(slot, name, {});
  return anEnvelope(name, slot, { ratings: {}, card: { answers: answersOf(blank) } });
};

/** One roster for each laptop that was let in. */
const rosters = (): readonly AuthenticEntry<"roster">[] => {
  const persons = panel.map((name) =>
    aPerson(name, name === "ana" ? ["facilitator", "panelist"] : undefined),
  );
  const chain: AuthenticEntry<"roster">[] = [];
  for (let count = 1; count <= panel.length; count += 1) {
    const devices = panel.slice(0, count).map((name) => rosterDevice(aDevice(name), name));
    const heads = chain.slice(-1).map(({ hash }) => hash);
    const prev = chain.at(-1)?.hash ?? null;
    chain.push(aRoster({ version: count, prev, persons, devices, heads }, ana));
  }
  return chain;
};

/** Whenever a card is sealed every laptop signs what it holds now. */
const receiptsOf = (cards: readonly AuthenticEntry<"card">[]): readonly AuthenticEntry<"receipt">[] =>
  cards.flatMap((_, index) =>
    panel.map((name) => aReceipt(aDevice(name), cards.slice(0, index + 1), { counter: index + 1 })),
  );

/** Every signed entry of the day, in its order, and the cards among them. */
export const dayEntries = () => {
  const cards = panel.map(sealed);
  const before = [aCharter(), ...rosters(), aPlanEntry({ plan: aPlan(panel.map(slotOf)) })];
  const receipts = receiptsOf(cards);
  const call = aRawCall({
    cards: cards.map(({ hash }) => hash),
    heads: receipts.slice(-8).map(({ hash }) => hash),
  });
  const releases = cards.map((card, index) => aRelease(call, card, aDevice(panel[index] ?? "")));
  return { cards, all: [...before, ...cards, ...receipts, call, ...releases, aDecision(call)] };
};
