import { paths } from "../../bindings/paths";
import type { Card, QuestionState, Rating, Tick } from "../../domain/card/card";
import { type CardItem, markQuestion, rateItem, tickIndicator } from "../../domain/card/change-card";
import { type CardFinding, checkCard } from "../../domain/card/check-card";
import type { Kit } from "../../domain/kit/kit";
import type { LoopView, SealedRevision, TypistState } from "../../domain/loop/loop-view";
import type { Plan, Slot } from "../../domain/loop/plan";
import { ok } from "../../domain/result";
import { type Subject, subjectsOf } from "./subject";
import type { CardEditing } from "./use-card-editing";
import type { Typing } from "./use-typing";

/** What this laptop knows of a loop whose plan and kit have arrived. */
export type OpenView = LoopView & {
  readonly plan: Plan;
  readonly kit: Kit;
  /** Who types the card in, where `me` is the person whose card it is and not this laptop's. */
  readonly typist?: Typist | undefined;
};

/** This laptop's person as the one who types in somebody else's card, and why. */
export type Typist = Pick<TypistState, "by" | "reason">;

/** Where a card is written and where it is sealed. */
export const cardPaths = (view: OpenView, { slotId }: Pick<Slot, "slotId">) => {
  const { loopId, me, typist } = view;
  return typist === undefined || me === null
    ? { write: paths.slot(loopId, slotId), seal: paths.seal(loopId, slotId) }
    : {
        write: paths.typeIn(loopId, slotId, me.personId),
        seal: paths.sealTyped(loopId, slotId, me.personId),
      };
};

/** One slot's card on the table: what it is about, which subject is in front, and what can be done to it. */
export interface Desk extends CardEditing {
  readonly view: OpenView;
  readonly slot: Slot;
  readonly subjects: readonly Subject[];
  readonly position: number;
  /** Puts another subject in front; the ends hold. */
  readonly go: (position: number) => void;
  readonly findings: readonly CardFinding[];
  /** The sealed revision that this card is to stand beside; null while nothing is sealed. */
  readonly amends: SealedRevision | null;
  readonly typing: Typing;
  /** The time on the slot's clock; null where it does not run. */
  readonly now: () => number | null;
}

export const isSameItem = (left: CardItem, right: CardItem): boolean =>
  left.kind === "question"
    ? right.kind === "question" && left.questionId === right.questionId
    : right.kind === "exercise";

/** Where an item stands among the subjects; -1 where it does not. */
export const positionOf = (subjects: readonly Subject[], item: CardItem): number =>
  subjects.findIndex((subject) => isSameItem(subject.item, item));

/** The subjects and the findings of a card in a slot. */
export const readCard = (view: OpenView, slot: Slot, card: Card) => ({
  subjects: subjectsOf(view.kit, view.plan, slot, card),
  findings: checkCard(card, view.kit, slot, view.plan.policy),
});

/** The key that takes the last change back, on whichever screen the card is. */
export const undoKey = ({ canUndo, undo }: Pick<Desk, "canUndo" | "undo">) => ({
  keys: "ctrl+z",
  does: "Take the last change back",
  active: canUndo,
  run: () => void undo(),
});

const isSameRating = (left: Rating, right: Rating): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What the screen does to the subject in front. */
export const actsOn = (desk: Pick<Desk, "change" | "now">, { item, scale, evidence, state }: Subject) => ({
  rate: (rating: Rating) =>
    desk.change((card) =>
      isSameRating(evidence.rating, rating) ? ok(card) : rateItem(card, item, rating, scale, desk.now()),
    ),
  /** The same state again opens the question anew. */
  mark: (wanted: QuestionState) => {
    if (item.kind !== "question") return;
    desk.change((card) =>
      markQuestion(card, item.questionId, state === wanted ? "open" : wanted, desk.now()),
    );
  },
  tick: (indicatorId: Tick["indicatorId"], seen: Tick["seen"] | null) =>
    desk.change((card) => tickIndicator(card, item, indicatorId, seen)),
});
