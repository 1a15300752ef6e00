import { useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import { type DraftState, useServices } from "../../bindings/services";
import type { Card } from "../../domain/card/card";
import { lastTouched } from "../../domain/card/last-touched";
import { slotTime } from "../../domain/card/slot-time";
import type { SealedRevision } from "../../domain/loop/loop-view";
import type { Slot } from "../../domain/loop/plan";
import { type Desk, type OpenView, positionOf, readCard } from "./desk";
import type { Subject } from "./subject";
import { useCardEditing } from "./use-card-editing";
import { useClockWatch } from "./use-clock-watch";
import { useTyping } from "./use-typing";

/** Where a card is taken up again: at the item it was last about. What is sealed is read from its beginning. */
const placeIn = (subjects: readonly Subject[], card: Card): number => {
  const item = card.amendReason === "" ? lastTouched(card) : null;
  return item === null ? 0 : Math.max(0, positionOf(subjects, item));
};

/**
 * Opens a card for writing; stays open while the interview and the seal screen take turns. `isCurrent` is false once
 * another card lies in its place.
 */
export const useDesk = (
  view: OpenView,
  slot: Slot,
  { card: initial, savedAt }: DraftState,
  amends: SealedRevision | null,
  isCurrent: () => boolean,
): Desk => {
  const editing = useCardEditing(useLoopSession(), initial, isCurrent);
  useClockWatch(editing.adjust, savedAt);
  const typing = useTyping();
  const { subjects, findings } = readCard(view, slot, editing.card);
  const [asked, setAsked] = useState(() => placeIn(subjects, initial));
  const { ids } = useServices();
  const now = () => slotTime(editing.card, Date.parse(ids.now()));
  const last = Math.max(0, subjects.length - 1);
  const go = (position: number) => setAsked(Math.max(0, Math.min(last, position)));
  const undo: Desk["undo"] = () => {
    const step = editing.undo();
    if (step?.item) go(positionOf(subjects, step.item));
    return step;
  };
  return {
    ...editing,
    undo,
    view,
    slot,
    subjects,
    findings,
    position: Math.min(asked, last),
    go,
    now,
    amends,
    typing,
  };
};
