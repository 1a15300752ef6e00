import { nameIn, slotTitle } from "../../bindings/loop-names";
import { type CardState, type LoopView, ownRevisions } from "../../domain/loop/loop-view";

/** A card that nobody sealed yet, with what a list calls it. */
export interface OpenCard {
  readonly key: string;
  readonly card: CardState;
  readonly label: string;
}

const labelOf = (view: LoopView, { slotId, personId }: CardState): string =>
  `${nameIn(view, personId)}’s card for ${slotTitle(view, slotId)}`;

const opened = (view: LoopView, card: CardState): OpenCard => ({
  key: `${card.slotId}/${card.personId}`,
  card,
  label: labelOf(view, card),
});

/** Planned cards that nothing is sealed of: what somebody may have on paper. */
export const cardsToTypeIn = (view: LoopView): readonly OpenCard[] =>
  view.cards
    .filter((card) => card.sealed.length === 0 && card.personId !== view.me?.personId)
    .filter(({ slotId }) => view.plan?.slots.some((slot) => slot.slotId === slotId))
    .map((card) => opened(view, card));

/** What this laptop's person typed in and sealed, and may still change while its author sealed none. */
export const myTyped = (view: LoopView): readonly OpenCard[] =>
  view.cards
    .filter(
      (card) =>
        ownRevisions(card).length === 0 &&
        card.sealed.some(({ typedIn }) => typedIn !== undefined && typedIn.by === view.me?.personId),
    )
    .map((card) => opened(view, card));

/** What this laptop's person was asked to type in and has not sealed, while its author has not either. */
export const myTyping = (view: LoopView): readonly OpenCard[] =>
  view.cards
    .filter(
      ({ typists, sealed }) =>
        sealed.length === 0 && (typists?.some(({ by }) => by === view.me?.personId) ?? false),
    )
    .map((card) => opened(view, card));

/** Who types what in and why, and whether its author sealed one after all. */
export const typingSentences = (view: LoopView): readonly string[] =>
  view.cards.flatMap((card) => {
    const newest = card.typists?.at(-1);
    if (newest === undefined) return [];
    const typed = card.sealed.find(({ typedIn }) => typedIn !== undefined)?.typedIn;
    const whose = labelOf(view, card);
    const { by, reason } = typed ?? newest;
    if (typed === undefined && ownRevisions(card).length > 0) return [];
    const how = typed === undefined ? "is to be typed in" : "was typed in";
    const beside =
      typed !== undefined && ownRevisions(card).length > 0 ? " Its author sealed one too; one counts." : "";
    return [`${whose} ${how} by ${nameIn(view, by)}, because: ${reason}${beside}`];
  });
