import { useCallback, useRef, useState } from "react";
import type { LoopSession } from "../../bindings/services";
import type { Card } from "../../domain/card/card";
import type { CardRefusal } from "../../domain/card/change-card";
import type { Result } from "../../domain/result";

/** A change to a card: the changed card, or why it was not made. */
export type CardChange = (card: Card) => Result<Card, CardRefusal>;

export interface CardEditing {
  readonly card: Card;
  readonly change: (change: CardChange) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
}

/** More steps than anybody takes back; every step is a whole card, but cards share what did not change. */
const undoLimit = 200;

/**
 * Holds the card that is being written and hands every change to the store at once. The window's copy leads while
 * the screen is open, so that typing never waits for a write.
 */
export const useCardEditing = (session: LoopSession, initial: Card): CardEditing => {
  const [card, setCard] = useState(initial);
  const current = useRef(initial);
  const past = useRef<readonly Card[]>([]);
  const show = useCallback(
    (next: Card) => {
      current.current = next;
      setCard(next);
      session.saveDraft(next);
    },
    [session],
  );
  const change = useCallback(
    (make: CardChange) => {
      const made = make(current.current);
      if (!made.ok || made.value === current.current) return;
      past.current = [...past.current, current.current].slice(-undoLimit);
      show(made.value);
    },
    [show],
  );
  const undo = useCallback(() => {
    const before = past.current.at(-1);
    if (before === undefined) return;
    past.current = past.current.slice(0, -1);
    show(before);
  }, [show]);
  return { card, change, undo, canUndo: past.current.length > 0 };
};
