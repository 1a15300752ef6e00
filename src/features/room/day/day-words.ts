import { nameIn } from "../../../bindings/loop-names";
import type { EndedState } from "../../../domain/loop/day/loop-day";
import type { LoopView } from "../../../domain/loop/loop-view";
import { dayText } from "../../../ui/day-text";
import { timeText } from "../../../ui/time-text";
import type { DayAct } from "./day-draft";

interface ActWords {
  readonly label: string;
  readonly meaning: string;
  readonly button: string;
}

/** What can be told, in the order in which it happens most often. */
export const actWords: Readonly<Record<DayAct, ActWords>> = {
  late: {
    label: "The candidate is late",
    meaning: "A slot and the rest of its day begin later.",
    button: "Put the day off",
  },
  swapped: {
    label: "A panelist is swapped",
    meaning: "Seat and card go to a colleague.",
    button: "Swap",
  },
  moved: { label: "A slot moves", meaning: "It begins at another time.", button: "Move the slot" },
  placed: {
    label: "Other minutes or room",
    meaning: "The slot stays where it is in the day.",
    button: "Change the slot",
  },
  cancelled: {
    label: "A slot is called off",
    meaning: "Nobody owes a card for it any more.",
    button: "Call the slot off",
  },
  breakAdded: { label: "A break more", meaning: "For everybody and the candidate.", button: "Add the break" },
  breakChanged: {
    label: "A break changes",
    meaning: "Its time, length or name.",
    button: "Change the break",
  },
  breakRemoved: { label: "A break less", meaning: "It is taken out.", button: "Take the break out" },
  weights: {
    label: "Other weights",
    meaning: "Only until the first interview begins.",
    button: "Change the weights",
  },
  withdrawn: {
    label: "The candidate withdraws",
    meaning: "The loop ends; its cards stay sealed.",
    button: "End the loop",
  },
  loopCancelled: {
    label: "The loop is cancelled",
    meaning: "The loop ends; its cards stay sealed.",
    button: "Cancel the loop",
  },
};

const outlooks: Readonly<Record<string, string>> = {
  minutesOutOfRange: "Give whole minutes: at most 600, and at least one to put the day off.",
  pastMidnight: "The last slot would begin after midnight. Put off by less, or move it first.",
  unknownBreak: "Choose a break.",
  breakInvalid: "A break needs a name, a day and time, and at most 600 minutes.",
  weightInvalid: "A weight is a number from 0 to 100; 1 is the usual one.",
  weightsFrozen:
    "An interview has begun: weights that change now would be chosen with a candidate in mind. They stay as they are.",
  notATime: "Give the day and the time at which it begins.",
  nameMissing: "Write the name of the person who comes.",
  nothingChanges: "That is what the plan says already.",
  alreadyInTheSlot: "That person is in the slot already.",
  mayNotScore: "That person’s hat owes no card.",
  notInTheSlot: "Nobody is in that slot who could leave it.",
};

/** Why the form as it stands changes nothing. */
export const outlookWords = (type: string): string =>
  outlooks[type] ?? "Choose what happened and to which slot.";

/** Why the day cannot be changed on this laptop; null where it can. */
export const dayBlock = (view: LoopView): string | null => {
  if (view.plan === null) return "The plan has not arrived on this laptop yet.";
  if (view.authority.mine !== "acts")
    return `Only ${nameIn(view, view.authority.inCharge)} can change the day, or a deputy who took over.`;
  if (view.reveal !== null) return "The cards are revealed: the day is over.";
  return view.day.ended === null ? null : "The loop is ended. Take the ending back in the room first.";
};

const causes: Readonly<Record<EndedState["cause"], string>> = {
  withdrawn: "The candidate withdrew",
  cancelled: "The loop was cancelled",
};

/** When, by whom and why the loop ended, and what that means. */
export const endedWords = (
  view: LoopView,
  { cause, at, by, reason, retentionFrom }: EndedState,
): { readonly what: string; readonly meaning: string } => ({
  what: `${causes[cause]}: “${reason}” (${nameIn(view, by)}, ${timeText(at)}).`,
  meaning: `The cards stay sealed and nobody can reveal them. Retention counts from ${dayText(retentionFrom)}.`,
});
