import { nameIn, slotTitle } from "../../bindings/loop-names";
import { listed } from "../../bindings/name-lists";
import type { Card } from "../../domain/card/card";
import type { Hash } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import type { BrokenGlassState, LoopView } from "../../domain/loop/loop-view";

/** A sealed card as the escrow person sees it in a list. */
export interface EscrowCard {
  readonly envelopeHash: Hash;
  /** "Ben, Deep dive, revision 1" */
  readonly label: string;
  readonly glass: readonly BrokenGlassState[];
  /** True where a call opened it and no key was published. */
  readonly withheld: boolean;
}

/** True where the person at this laptop holds escrow. */
export const holdsEscrow = ({ authority, me }: LoopView): boolean =>
  me !== null && authority.escrow === me.personId;

export const escrowCards = (view: LoopView): readonly EscrowCard[] =>
  view.cards.flatMap((card) =>
    card.sealed.map(({ envelopeHash, revision, brokenGlass, opened }) => ({
      envelopeHash,
      label: `${nameIn(view, card.personId)}, ${slotTitle(view, card.slotId)}, revision ${revision}`,
      glass: brokenGlass,
      withheld: opened?.state === "withheld",
    })),
  );

/** One sentence for each reason given for opening a card before the reveal, for everybody. */
export const glassSentences = (view: LoopView): readonly string[] =>
  escrowCards(view).flatMap(({ label, glass }) =>
    glass.map(({ personId, reason, witnesses }) => {
      const who = nameIn(view, personId);
      const seen = witnesses.map((witness) => nameIn(view, witness));
      return witnesses.length === 0
        ? `${who} asks to open a card before the reveal (${label}): “${reason}” No other laptop holds the reason yet, so it stays closed.`
        : `${who} may read a card before the reveal (${label}): “${reason}” Witnessed by ${listed(seen)}.`;
    }),
  );

const callWords = { strongNo: "strong no", no: "no", yes: "yes", strongYes: "strong yes" } as const;

/** What a card says, line by line, for the escrow person alone. */
export const cardLines = (card: Card, kit: Kit | null): readonly string[] => [
  `Call: ${card.overall.kind === "call" ? callWords[card.overall.call] : "none"}`,
  ...(card.takeaway === "" ? [] : [`In short: ${card.takeaway}`]),
  ...card.answers.flatMap(({ questionId, rating, notes }) => [
    `${kit?.questions.find(({ id }) => id === questionId)?.prompt ?? "A question"}: ${rating.kind === "rated" ? rating.value : "not rated"}`,
    ...notes.map(({ text }) => text).filter((text) => text !== ""),
  ]),
];
