import type { PersonId } from "../../ids";
import { isConfirmed } from "../completeness";
import { type CardState, type LoopView, ownRevisions } from "../loop-view";
import type { RequiredCard } from "../plan";

/** What would be lost if this laptop took the loop off its disk now. */
export interface WipeOutlook {
  /** Cards that were begun and not sealed: this person's, and those of others that they type in here. */
  readonly drafts: readonly RequiredCard[];
  /** Cards this person sealed, their own or typed in, that fewer than two other persons' laptops hold. */
  readonly unsafe: readonly RequiredCard[];
  /** Sealed cards whose key only this person's laptops can publish, and have not: without it nobody reads them. */
  readonly unpublished: readonly RequiredCard[];
  /** True where everything else that is here is durable on enough other persons' laptops. */
  readonly copied: boolean;
}

/** A laptop in the room, and how much of what is here it holds. */
export interface HoldingPeer {
  readonly personId: PersonId | null;
  readonly holds: "all" | "some" | "unknown";
}

/** So many other persons have to hold everything. */
const enough = 2;

const placeOf = ({ slotId, personId }: CardState): RequiredCard => ({ slotId, personId });

const isUnsafe = ({ sealed }: CardState): boolean =>
  sealed.some(({ confirmation }) => !isConfirmed(confirmation));

const isUnpublished = ({ sealed }: CardState): boolean =>
  sealed.some(({ opened, setAside }) => !setAside && opened?.state !== "open");

const isCopied = ({ persons, me, devices }: LoopView, peers: readonly HoldingPeer[]): boolean => {
  const others = persons.filter(
    ({ personId }) => personId !== me?.personId && devices.some((device) => device.personId === personId),
  );
  const holders = new Set(peers.filter(({ holds }) => holds === "all").map(({ personId }) => personId));
  return (
    others.length > 0 &&
    others.filter(({ personId }) => holders.has(personId)).length >= Math.min(enough, others.length)
  );
};

const isSame = (one: RequiredCard, other: RequiredCard): boolean =>
  one.slotId === other.slotId && one.personId === other.personId;

/** What this person sealed of a card: their own, or what they typed in for somebody else, whose only key is theirs too. */
const sealedBy = (card: CardState, personId: PersonId | undefined): CardState["sealed"] =>
  card.personId === personId
    ? ownRevisions(card)
    : card.sealed.filter(({ typedIn }) => typedIn !== undefined && typedIn.by === personId);

/** Others' cards that were begun here and not sealed by anybody. */
const stillTyped = (view: LoopView, typing: readonly RequiredCard[]): readonly CardState[] =>
  view.cards.filter(
    (card) =>
      card.personId !== view.me?.personId &&
      card.sealed.length === 0 &&
      typing.some((place) => isSame(place, card)),
  );

/**
 * What this laptop's person would lose by wiping it now; `typing` are the drafts of others' cards that lie on it. Once the loop is
 * ended nothing is published any more.
 */
export const wipeOutlook = (
  view: LoopView,
  peers: readonly HoldingPeer[],
  typing: readonly RequiredCard[] = [],
): WipeOutlook => {
  const mine = view.cards.filter((card) => card.personId === view.me?.personId);
  const sealed = view.cards
    .map((card) => ({ ...card, sealed: sealedBy(card, view.me?.personId) }))
    .filter((card) => card.sealed.length > 0);
  const begun = mine.filter((card) => ownRevisions(card).length === 0 && card.progress !== null);
  return {
    drafts: [...begun, ...stillTyped(view, typing)].map(placeOf),
    unsafe: sealed.filter(isUnsafe).map(placeOf),
    unpublished: view.day.ended === null ? sealed.filter(isUnpublished).map(placeOf) : [],
    copied: isCopied(view, peers),
  };
};

/**
 * True where wiping loses nothing and nothing is to come: the loop is decided or ended, what was sealed here is safe and
 * open, and what was signed here lies with two others. Never on a laptop that is nobody's in the roster any more: whose
 * cards would be lost on it cannot be told.
 */
export const mayWipeByItself = (
  view: LoopView,
  peers: readonly HoldingPeer[],
  typing: readonly RequiredCard[] = [],
): boolean => {
  const { drafts, unsafe, unpublished, copied } = wipeOutlook(view, peers, typing);
  const isOver = view.day.ended !== null || view.decision !== null;
  return (
    view.me !== null && isOver && copied && [drafts, unsafe, unpublished].every((cards) => cards.length === 0)
  );
};
