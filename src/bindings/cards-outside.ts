import type { PersonId } from "../domain/ids";
import type { LoopView } from "../domain/loop/loop-view";
import { type CardOutside, cardsOutside } from "../domain/record/cards-outside";
import type { LoopRecord } from "../domain/record/record";
import { nameIn, slotTitle } from "./loop-names";
import { useLoopSession, useLoopView } from "./loop-session-context";
import { listed, oneOfThem, possessive } from "./name-lists";
import { useLiveShortly } from "./use-live";

/** Sealed cards that a record does not contain, in words: which, each with why, and what to do about them. */
export interface OutsideWords {
  readonly count: number;
  readonly cards: readonly string[];
  readonly todo: string;
}

type Words = (author: string, isOne: boolean) => string;

const keys = (isOne: boolean, one: string, many: string): string =>
  isOne ? `its key is ${one}` : `their keys are ${many}`;

const reasons: Readonly<Record<CardOutside["why"], Words>> = {
  authorAway: (author, isOne) =>
    `${keys(isOne, "not here", "not here")}, and no laptop of ${possessive(author)} is in the room`,
  keyOnItsWay: (author, isOne) =>
    `${keys(isOne, "on its way", "on their way")}, and ${possessive(author)} laptop is in the room`,
  doesNotOpen: (_author, isOne) =>
    isOne ? "the key that came does not open it" : "the keys that came do not open them",
  openedSince: (_author, isOne) =>
    `${isOne ? "it is" : "they are"} open here since, and the record is about to be closed again`,
  notOpenYet: (_author, isOne) => `${isOne ? "it is" : "they are"} not revealed yet, or being opened`,
};

const reasonOf = (why: CardOutside["why"], author: string, isMine: boolean, isOne: boolean): string =>
  isMine && (why === "authorAway" || why === "keyOnItsWay")
    ? keys(isOne, "on your other laptop", "on your other laptop")
    : reasons[why](author, isOne);

const placeOf = (view: LoopView, { slotId, revision }: CardOutside): string =>
  `${slotTitle(view, slotId)}${revision > 1 ? ` (revision ${revision})` : ""}`;

/** One line for the cards of one author that lack for one reason. */
const lineOf = (view: LoopView, cards: readonly [CardOutside, ...CardOutside[]]): string => {
  const [{ personId, why }] = cards;
  const [isMine, isOne] = [personId === view.me?.personId, cards.length === 1];
  const name = nameIn(view, personId);
  const places = listed(cards.map((card) => placeOf(view, card)));
  const whose = isMine ? "Your" : possessive(name);
  return `${whose} ${isOne ? "card" : "cards"} for ${places}: ${reasonOf(why, name, isMine, isOne)}.`;
};

const linesOf = (view: LoopView, cards: readonly CardOutside[]): readonly string[] => {
  const groups = new Map<string, [CardOutside, ...CardOutside[]]>();
  for (const card of cards) {
    const group = groups.get(`${card.personId} ${card.why}`);
    if (group === undefined) groups.set(`${card.personId} ${card.why}`, [card]);
    else group.push(card);
  }
  return [...groups.values()].map((group) => lineOf(view, group));
};

const namesOf = (view: LoopView, cards: readonly CardOutside[], why: readonly CardOutside["why"][]) => [
  ...new Set(
    cards
      .filter((card) => why.includes(card.why))
      .map(({ personId }) => (personId === view.me?.personId ? "you" : nameIn(view, personId))),
  ),
];

/** What brings the keys here: the author, or escrow in the author's place. */
const fetchKeys = (view: LoopView, cards: readonly CardOutside[]): readonly string[] => {
  const away = namesOf(view, cards, ["authorAway"]);
  if (away.length === 0) return [];
  const { escrow } = view.authority;
  const instead = escrow === null ? "" : `, or ${nameIn(view, escrow)} to publish the key from escrow`;
  return [`Ask ${listed(away)} to open Panelbook in the room or to hand over the loop on a stick${instead}.`];
};

const sealAgain = (view: LoopView, cards: readonly CardOutside[]): readonly string[] => {
  const broken = namesOf(view, cards, ["doesNotOpen"]);
  return broken.length === 0
    ? []
    : [`Ask ${oneOfThem(broken)} to amend the card: the new revision brings its own key.`];
};

const afterwards = (view: LoopView, isClosed: boolean): string => {
  const closer = view.authority.mine === "acts" ? "this laptop" : "the facilitator’s laptop";
  return isClosed
    ? `When a card opens, ${closer} closes the record again with it, under another hash; packs and files saved before stay without it.`
    : `You can wait for them here. A decision recorded now closes the record without them; when a card opens, ${closer} closes it again.`;
};

/** `cardsOutside` in words; null where every sealed card is in the record. */
export const outsideWords = (
  view: LoopView,
  record: Pick<LoopRecord, "cards" | "decision">,
  here: ReadonlySet<PersonId>,
): OutsideWords | null => {
  const isClosed = record.decision !== null;
  // An open record is made anew with every change, before anybody could read that it was not.
  const cards = cardsOutside(view, record, here).filter(({ why }) => isClosed || why !== "openedSince");
  if (cards.length === 0) return null;
  const steps = [...fetchKeys(view, cards), ...sealAgain(view, cards), afterwards(view, isClosed)];
  return { count: cards.length, cards: linesOf(view, cards), todo: steps.join(" ") };
};

/** Which sealed cards of the open loop are not in this record now, and what to do; null where all are. */
export const useCardsOutside = (record: LoopRecord): OutsideWords | null => {
  const room = useLiveShortly(useLoopSession().room);
  const view = useLoopView();
  const here = room.peers.flatMap(({ personId, link }) =>
    personId === null || link === "connecting" ? [] : [personId],
  );
  return outsideWords(view, record, new Set(here));
};
