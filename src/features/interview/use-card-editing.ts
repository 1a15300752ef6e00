import { useState } from "react";
import type { LoopSession } from "../../bindings/services";
import { useUndoable } from "../../bindings/use-undoable";
import type { Card } from "../../domain/card/card";
import { fitsSealing } from "../../domain/card/card-size";
import type { CardItem, CardRefusal } from "../../domain/card/change-card";
import type { Result } from "../../domain/result";
import { changedItem, changedStates } from "./changed-item";
import { withClockOf } from "./moved-clock";

/** A change to a card: the changed card, or why it was not made. */
export type CardChange = (card: Card) => Result<Card, CardRefusal>;

export interface CardEditing {
  readonly card: Card;
  /** A refused change leaves the card as it is. `field` names a text field, so that typing is taken back in bursts. */
  readonly change: (change: CardChange, field?: string) => void;
  /** Changes what no person wrote: it is no step that could be taken back. */
  readonly adjust: (change: (card: Card) => Card) => void;
  /** Takes the last change back; tells which item it was about, or null where it was about the whole card. */
  readonly undo: () => { readonly item: CardItem | null } | null;
  readonly canUndo: boolean;
  /** True after something was not taken because the card would have become too large to be sealed. */
  readonly full: boolean;
  /** Something too large was kept out before it came near the card. */
  readonly keptOut: () => void;
}

/**
 * Holds the card that is being written and hands every change to the store at once. The window's copy leads while
 * the screen is open, so that typing never waits for a write. A question's state goes to the shared coverage whenever
 * it changes, also when a change is taken back. Nothing is written any more once the card is not `isCurrent`: letters
 * on their way while a newer copy came would take its place.
 */
export const useCardEditing = (
  session: LoopSession,
  initial: Card,
  isCurrent: () => boolean,
): CardEditing => {
  const { state, change, adjust, undo, canUndo } = useUndoable(() => initial, {
    onChange: (next, before) => {
      if (isCurrent()) session.saveDraft(next, changedStates(before, next));
    },
    actsShowShortly: true,
    carry: withClockOf,
  });
  const [full, setFull] = useState(false);
  const made = (make: CardChange, before: Card): Card => {
    const next = make(before);
    if (!next.ok) return before;
    const fits = fitsSealing(next.value) || !fitsSealing(before);
    setFull(!fits);
    return fits ? next.value : before;
  };
  return {
    card: state,
    full,
    keptOut: () => setFull(true),
    change: (make, field) => change((before) => made(make, before), field),
    adjust,
    undo: () => {
      const step = undo();
      return step === null ? null : { item: changedItem(step.from, step.to) };
    },
    canUndo,
  };
};
