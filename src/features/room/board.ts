import type { CardState, LoopView } from "../../domain/loop/loop-view";
import { slotById } from "../../domain/loop/plan";
import type { DotShape } from "../../ui/status-dot";

/** One row of the completeness board: an expected card and where it is. */
export interface BoardRow {
  readonly key: string;
  readonly person: string;
  readonly slot: string;
  readonly mine: boolean;
  readonly slotId: string;
  readonly progress: string;
  readonly lamp: { readonly shape: DotShape; readonly words: string };
}

const lampOf = (card: CardState): BoardRow["lamp"] => {
  const latest = card.sealed.at(-1);
  if (latest === undefined) return { shape: "empty", words: card.required ? "owed" : "not needed" };
  if (card.forked) return { shape: "bang", words: "two versions: the author must choose" };
  if (latest.heldBy.length === 0) return { shape: "half", words: "sealed, on one laptop" };
  return { shape: "full", words: `sealed, on ${latest.heldBy.length + 1} laptops` };
};

const progressOf = (card: CardState): string => {
  if (card.sealed.length > 0) return "complete";
  if (card.progress === null) return "not started";
  return `${card.progress.answered} of ${card.progress.of}`;
};

/** Every expected card in the plan's order. Shows how far people are, never what they rated. */
export const boardRows = (view: LoopView): readonly BoardRow[] => {
  const { plan } = view;
  if (plan === null) return [];
  return view.cards.map((card) => ({
    key: `${card.slotId}/${card.personId}`,
    person: view.persons.find((person) => person.personId === card.personId)?.name ?? "unknown",
    slot: slotById(plan, card.slotId).title,
    mine: card.personId === view.me?.personId,
    slotId: card.slotId,
    progress: progressOf(card),
    lamp: lampOf(card),
  }));
};
