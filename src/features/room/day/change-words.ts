import { nameIn, slotTitle } from "../../../bindings/loop-names";
import { counted, listed } from "../../../bindings/name-lists";
import type { PersonId } from "../../../domain/ids";
import type { PlanDifference } from "../../../domain/loop/day/plan-difference";
import type { LoopView } from "../../../domain/loop/loop-view";
import { dayText } from "../../../ui/day-text";

type Named = Pick<LoopView, "plan" | "persons" | "cards">;

/** "09:30", with the day in front where it is another one. */
const startWords = (from: string, to: string): string =>
  from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : `${dayText(to)}, ${to.slice(11)}`;

const shift = (minutes: number): string => (minutes > 0 ? `${minutes} min later` : `${-minutes} min earlier`);

const names = (view: Named, ids: readonly PersonId[]): string => listed(ids.map((id) => nameIn(view, id)));

const panelWords = (
  view: Named,
  { left, came, slotId }: Extract<PlanDifference, { kind: "panel" }>,
): string => {
  const title = slotTitle(view, slotId);
  if (left.length === 0) return `${title}: ${names(view, came)} ${came.length === 1 ? "joins" : "join"}.`;
  if (came.length === 0) return `${title}: ${names(view, left)} ${left.length === 1 ? "leaves" : "leave"}.`;
  return `${title}: ${names(view, came)} instead of ${names(view, left)}.`;
};

/** What becomes of the card of somebody who is not asked for it any more. */
const droppedWords = (view: Named, { card }: Extract<PlanDifference, { kind: "dropped" }>): string => {
  const name = nameIn(view, card.personId);
  const state = view.cards.find(
    ({ slotId, personId }) => slotId === card.slotId && personId === card.personId,
  );
  const title = slotTitle(view, card.slotId);
  if ((state?.sealed.length ?? 0) > 0) return `${name}’s card for ${title} is sealed and kept.`;
  return state?.progress == null
    ? `No card of ${name} is asked for ${title} any more; the reveal will say so.`
    : `${name}’s begun card for ${title} stays on their laptop; nobody waits for it, and the reveal will say so.`;
};

/** One difference of the plan as a sentence; names are those of the plan as it is now. */
export const differenceWords = (view: Named, difference: PlanDifference): string => {
  switch (difference.kind) {
    case "putOff":
      return `${counted(difference.slotIds.length, "slot begins", "slots begin")} ${shift(difference.minutes)}, from ${slotTitle(view, difference.slotIds[0] ?? "")} on.`;
    case "moved": {
      const { slotId, from, to } = difference;
      return `${slotTitle(view, slotId)} begins at ${startWords(from, to)} instead of ${startWords(to, from)}.`;
    }
    case "minutes":
      return `${slotTitle(view, difference.slotId)} has ${difference.to} min instead of ${difference.from}.`;
    case "room":
      return `${slotTitle(view, difference.slotId)} is in ${difference.to || "no room yet"} instead of ${difference.from || "no room"}.`;
    case "panel":
      return panelWords(view, difference);
    case "cancelled":
      return `${slotTitle(view, difference.slotId)} is called off.`;
    case "added":
      return `${slotTitle(view, difference.slotId)} is new.`;
    case "removed":
      return "A slot was taken out.";
    case "content":
      return `${slotTitle(view, difference.slotId)} asks other questions.`;
    case "dropped":
      return droppedWords(view, difference);
    case "nowRequired":
      return `${nameIn(view, difference.card.personId)} owes the card for ${slotTitle(view, difference.card.slotId)}.`;
    case "breakMoved": {
      const { title, from, to, minutes } = difference;
      if (from === to) return `${title} is changed; it has ${minutes} min.`;
      return `${title} begins at ${startWords(from, to)} instead of ${startWords(to, from)}, for ${minutes} min.`;
    }
    case "breakAdded":
      return `${difference.title} is new at ${difference.startsAt.slice(11)}, for ${difference.minutes} min.`;
    case "breakRemoved":
      return `${difference.title} at ${difference.startsAt.slice(11)} is gone.`;
    case "other":
      return difference.what === "weights" ? "The weights changed." : "Other facts of the plan changed.";
  }
};

/** A break that moved with the slots is said with them. */
const isSaid = (difference: PlanDifference): boolean =>
  !(difference.kind === "breakMoved" && difference.withSlots);

/** Everything a change did, a sentence each. */
export const changeSentences = (view: Named, differences: readonly PlanDifference[]): readonly string[] =>
  differences.filter(isSaid).map((difference) => differenceWords(view, difference));
