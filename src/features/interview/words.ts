import { actTrouble } from "../../bindings/act-trouble";
import type { DraftState } from "../../bindings/services";
import { storageTrouble } from "../../bindings/storage-trouble";
import type { CardFinding } from "../../domain/card/check-card";
import type { OverallCall } from "../../domain/kit/scale";
import type { Trouble } from "../../ui/error-card";
import type { SlotBlock } from "./my-card";

/** Every text of the interview and seal screens. */

export const callWords: Record<OverallCall, { readonly label: string; readonly note: string }> = {
  strongNo: { label: "Strong no", note: "I would argue against it" },
  no: { label: "No", note: "Below what the level asks for" },
  yes: { label: "Yes", note: "What the level asks for" },
  strongYes: { label: "Strong yes", note: "I would argue for it" },
};

export const findingWords: Record<CardFinding["type"], string> = {
  overallMissing: "Your overall call is missing. Choose one below.",
  blank: "No rating, and no reason why there is none.",
  noEvidence: "A rating without a tick or a note. The panel will ask what you heard.",
  contradiction: "The rating points one way, every tick the other.",
  extremeWithoutQuote: "The far end of the scale, and not one word of the candidate’s under it.",
  takeawayMissing: "No take-away: the panel reads it first.",
  straightLined: "Six or more ratings, all the same. Is that what you heard?",
};

/** Where the panel agreed on it, a rating without evidence is not only worth a look. */
export const evidenceRequiredWords =
  "This panel seals no rating without one: add it, or take the rating back.";

/** What a finding says beside a question's title, where there is little room. */
export const findingMarks: Partial<Record<CardFinding["type"], string>> = {
  noEvidence: "no evidence yet",
  contradiction: "signs say otherwise",
};

export const sealMeaning =
  "Sealing signs this card and locks it: nobody can read it before the reveal, and whatever you change later is a new version with your reason beside this one.";

export const lateMeaning =
  "The cards are already revealed. Your card will be read, and marked as sealed after the others could be seen.";

export const amendMeaning =
  "What you sealed stays as it is. A change is a new version with a reason; the panel reads both, and its numbers keep your first ratings.";

export const amendWords = {
  notHere: "This laptop does not hold what the card says. Change it on the laptop that sealed it.",
  otherText: (laptop: string): string =>
    `It was sealed on ${laptop}. This laptop holds notes of its own for the slot, which were not sealed; a change begins with those.`,
  reasonMissing: "Say why this version replaces the one you sealed.",
  lead: (revision: number): string =>
    `You are writing version ${revision + 1}. Version ${revision} stays sealed as it is, and the panel’s numbers keep it.`,
} as const;

export const onBehalfWords = {
  line: (rater: string, typist: string): string =>
    `${rater}’s card, typed in by ${typist}. Both names stand on it and in the loop’s log.`,
  reasonMissing: "Say why somebody else types this card.",
} as const;

export const fullMeaning =
  "That did not go in: a card holds 256 KB in all, about forty thousand words. Everything you wrote before is as it was. Paste only the part you need.";

export const privacyNote = "hidden until the reveal";

const troubles: Readonly<Record<string, Trouble>> = {
  overallMissing: {
    what: "The card has no overall call.",
    safe: "Your ratings are saved on this laptop.",
    todo: "Choose a call, or say why there is no decision.",
  },
  evidenceMissing: {
    what: "This panel agreed that a rating needs evidence, and one has none.",
    safe: "Your ratings are saved on this laptop.",
    todo: "Go back to it: tick what you saw, or write a line under it.",
  },
  notAMember: {
    what: "This laptop is not in the loop's roster.",
    safe: "Your ratings are saved on this laptop.",
    todo: "Ask the facilitator to admit you.",
  },
  removed: {
    what: "This laptop was taken out of the loop, so it seals nothing for it any more.",
    safe: "Your ratings are saved on this laptop.",
    todo: "If that was a mistake, ask the facilitator to let this laptop in again.",
  },
  behind: {
    what: "The others hold something of this loop that this laptop does not have, as after an older backup.",
    safe: "Nothing was sealed. Your ratings are saved on this laptop.",
    todo: "Stay in the room; it arrives by itself. Then look at the card and seal it again.",
  },
};

/** A failure of sealing or saving in plain words. */
export const interviewTrouble = (error: { readonly type: string }): Trouble =>
  troubles[error.type] ??
  actTrouble(error, {
    what: "The card could not be sealed",
    safe:
      error.type === "diskFull" ? "What was saved before is safe." : "Your ratings are saved on this laptop.",
  });

export const saveWords: Record<DraftState["save"], string> = {
  saved: "Saved on this laptop",
  saving: "Saving",
  failed: "Not saved. Free disk space; this is tried again by itself.",
};

export const loadTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, {
    what: "Your card could not be read from this laptop",
    safe: "Nothing was changed.",
  });

export const blockTroubles: Readonly<Record<SlotBlock, Trouble>> = {
  planMissing: {
    what: "The plan of this loop has not arrived yet.",
    safe: "Nothing is lost.",
    todo: "Stay in the room: it comes as soon as a colleague's laptop is reached.",
  },
  kitMissing: {
    what: "The role kit of this loop has not arrived whole yet.",
    safe: "Nothing is lost.",
    todo: "Stay in the room: it comes as soon as a colleague's laptop is reached.",
  },
  ownCardsOpen: {
    what: "You have cards of your own that are not sealed.",
    safe: "Nothing was typed in. Whoever types a colleague’s card reads it, and yours is to be written before.",
    todo: "Seal your own cards first, or let somebody type it in who has none.",
  },
  ownCardThere: {
    what: "Its author has sealed a card of their own.",
    safe: "Theirs counts. What was typed in before stays beside it.",
    todo: "Go back to the room.",
  },
  noSuchSlot: {
    what: "The plan has no such slot any more.",
    safe: "What you wrote is kept on this laptop.",
    todo: "Go back to the room and choose your slot there.",
  },
  nothingToAsk: {
    what: "This slot has neither a question nor an exercise.",
    safe: "Nothing is lost.",
    todo: "Go back to the room and tell the facilitator.",
  },
  notYours: {
    what: "You have no card in this slot.",
    safe: "Nothing was changed.",
    todo: "Go back to the room and choose your own slot.",
  },
};
