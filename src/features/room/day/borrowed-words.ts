import { nameIn, slotTitle } from "../../../bindings/loop-names";
import { counted, listed, possessive } from "../../../bindings/name-lists";
import type { WipeOutlook } from "../../../domain/loop/day/wipe-outlook";
import type { LoopView } from "../../../domain/loop/loop-view";
import type { RequiredCard } from "../../../domain/loop/plan";
import { timeText } from "../../../ui/time-text";

/** "Screening", or "Ines’ card of Screening" where somebody else's was typed in here. */
const titles = (view: LoopView, cards: readonly RequiredCard[]): string =>
  listed(
    cards.map(({ slotId, personId }) =>
      personId === view.me?.personId
        ? slotTitle(view, slotId)
        : `${possessive(nameIn(view, personId))} card of ${slotTitle(view, slotId)}`,
    ),
  );

/** What is lost if this laptop is wiped now, a sentence each; empty where nothing is. */
export const lossSentences = (
  view: LoopView,
  { drafts, unsafe, unpublished, copied }: WipeOutlook,
): readonly string[] => [
  ...(drafts.length === 0
    ? []
    : [`${counted(drafts.length, "card")} begun here and not sealed: ${titles(view, drafts)}.`]),
  ...(unsafe.length === 0 ? [] : [`Sealed and not yet on two colleagues’ laptops: ${titles(view, unsafe)}.`]),
  ...(unpublished.length === 0
    ? []
    : [
        `Sealed here and not revealed yet, so that nobody could ever open it but escrow or another laptop of yours: ${titles(view, unpublished)}.`,
      ]),
  ...(copied ? [] : ["Whatever else was written here last and is not on two colleagues’ laptops."]),
];

/** What the laptop waits for before it wipes itself. */
export const waitingSentence = (view: LoopView, outlook: WipeOutlook): string => {
  if (outlook.drafts.length > 0) return "It waits until you have sealed the cards you began.";
  if (outlook.unsafe.length > 0) return "It waits until two colleagues’ laptops hold your sealed cards.";
  if (outlook.unpublished.length > 0)
    return "It waits for the reveal, since only this laptop can open your cards.";
  if (view.decision === null && view.day.ended === null) return "It waits for the decision.";
  return "It waits until two colleagues’ laptops hold everything that is here.";
};

/** Who works on a borrowed laptop, and when it was wiped, for everybody. */
export const borrowedSentences = (view: LoopView): readonly string[] =>
  view.day.borrowed.map(({ personId, wipedAt }) =>
    wipedAt === null
      ? `${nameIn(view, personId)} works on a borrowed laptop, which keeps nothing of the loop afterwards.`
      : `${nameIn(view, personId)}’s borrowed laptop took the loop off its disk at ${timeText(wipedAt)}.`,
  );
