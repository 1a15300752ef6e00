import { deliveryLamp } from "../../bindings/delivery-lamp";
import { nameIn } from "../../bindings/loop-names";
import { counted } from "../../bindings/name-lists";
import type { RoomState } from "../../bindings/services";
import { hatWords } from "../../documents/outlines/wording";
import { expectedCard } from "../../domain/loop/completeness";
import { type CardState, type LoopView, ownRevisions } from "../../domain/loop/loop-view";
import { sameNameKey } from "../../domain/loop/names";
import type { Person } from "../../domain/loop/roster";
import type { DotShape } from "../../ui/status-dot";
import { ageWords } from "./ages";

/** A state as a shape and in words; `unsafe` asks for somebody's attention. */
export interface Lamp {
  readonly shape: DotShape;
  readonly words: string;
  readonly unsafe: boolean;
}

/** One expected card on the board. */
export interface BoardCell {
  readonly slotId: string;
  readonly lamp: Lamp;
  /** What else somebody has to know: two versions, late, let off, refused; opened or not after the reveal. */
  readonly marks: readonly Lamp[];
  /** "3 laptops, 12 min" by the oldest receipt; empty where the author's laptop alone has it. */
  readonly copies: string;
  /** True where this laptop's person still has something to do on it. */
  readonly open: boolean;
}

/** One person of the loop: whether their laptop is here, and where each of their cards is. */
export interface BoardRow {
  readonly personId: string;
  readonly name: string;
  readonly mine: boolean;
  readonly hats: string;
  readonly laptop: Lamp;
  /** What their laptops here hold of the loop, by their own word; empty where none is here or none said so. */
  readonly holds: string;
  /** By slot, in the board's order; null where the person has no card in the slot. */
  readonly cells: readonly (BoardCell | null)[];
}

export interface BoardSlot {
  readonly slotId: string;
  readonly title: string;
  /** "09:30", or empty where the plan no longer has the slot. */
  readonly time: string;
}

export interface Board {
  readonly slots: readonly BoardSlot[];
  readonly rows: readonly BoardRow[];
}

const lamp = (shape: DotShape, words: string, unsafe = false): Lamp => ({ shape, words, unsafe });

const openLamp = (card: CardState): Lamp => {
  const begun = card.progress === null ? "" : `, ${card.progress.answered} of ${card.progress.of}`;
  return card.required ? lamp("empty", `owed${begun}`) : lamp("dash", `not needed${begun}`);
};

/** Where a card is: owed, or how far its sealed revisions have travelled. Never what it says. */
export const cardLamp = (card: CardState, mine: boolean): Lamp =>
  card.sealed.length === 0 ? openLamp(card) : deliveryLamp(expectedCard(card), mine);

const openedMarks = (card: CardState): readonly Lamp[] => {
  const opened = card.sealed.at(-1)?.opened?.state;
  if (opened === "open") return [lamp("full", "opened")];
  if (opened === "doesNotOpen") return [lamp("bang", "does not open", true)];
  return opened === "withheld" ? [lamp("half", "key not here yet")] : [];
};

/** What has to be known of a card besides where it is. */
export const cardMarks = (view: Pick<LoopView, "persons">, card: CardState): readonly Lamp[] => {
  const typed = card.sealed.find(({ typedIn }) => typedIn !== undefined)?.typedIn;
  const { forked, late, dropped, refused } = expectedCard(card);
  const marks: readonly (readonly [boolean, Lamp])[] = [
    [forked, lamp("bang", "two versions", true)],
    [refused.length > 0, lamp("bang", "refused", true)],
    [late, lamp("bang", "late", true)],
    [typed !== undefined, lamp("dash", `typed in by ${nameIn(view, typed?.by ?? null)}`)],
    [dropped !== null, lamp("dash", "dropped")],
  ];
  return [...marks.filter(([holds]) => holds).map(([, mark]) => mark), ...openedMarks(card)];
};

/** How many laptops hold the card, and how old the oldest of their receipts is. */
export const copiesLine = (card: CardState, nowMs: number): string => {
  const { copies } = expectedCard(card);
  const laptops = new Set([
    ...copies.map(({ deviceId }) => deviceId),
    ...card.sealed.map(({ deviceId }) => deviceId),
  ]);
  if (card.sealed.length === 0 || laptops.size < 2) return "";
  const oldest = copies.map(({ receiptAt }) => receiptAt).toSorted()[0];
  // A cell is narrow: "12 min" is enough where every line says how old it is.
  const age = oldest === undefined ? "" : `, ${ageWords(oldest, nowMs).replace(" ago", "")}`;
  return `${counted(laptops.size, "laptop")}${age}`;
};

const isAtTheDoor = ({ lobby }: RoomState, person: Person): boolean =>
  lobby.some(({ name }) => sameNameKey(name) === sameNameKey(person.name));

/** Whether a person's laptop is here, on its way, at the door, away, or not known to the loop at all. */
export const laptopLamp = (view: LoopView, room: RoomState, person: Person): Lamp => {
  if (person.personId === view.me?.personId) return lamp("full", "this laptop");
  const own = view.devices.filter((device) => device.personId === person.personId);
  const links = room.peers.filter((peer) => own.some((device) => device.deviceId === peer.deviceId));
  if (links.some((link) => link.link === "direct")) return lamp("full", "here");
  if (links.some((link) => link.link === "relayed")) return lamp("full", "relayed");
  if (links.length > 0) return lamp("half", "connecting");
  if (isAtTheDoor(room, person)) return lamp("half", "at the door");
  return own.length === 0 ? lamp("dash", "no laptop yet") : lamp("empty", "away");
};

/** Of several laptops of one person the one that lacks most; without a number where only deletions are missing. */
const lacksLine = (changes: number): string =>
  changes === 0 ? "lacks changes" : `lacks ${counted(changes, "change")}`;

/** Acknowledged, not sent: what a laptop here says is on its disk of what is on this one. */
export const holdsLine = (view: LoopView, room: RoomState, { personId }: Person): BoardRow["holds"] => {
  if (personId === view.me?.personId) return "";
  const here = room.peers.filter((peer) => peer.personId === personId && peer.link !== "connecting");
  if (here.some(({ holds }) => holds === "some"))
    return lacksLine(Math.max(...here.map(({ lacks = 0 }) => lacks)));
  return here.length > 0 && here.every(({ holds }) => holds === "all") ? "holds everything" : "";
};

const boardSlots = (view: LoopView): readonly BoardSlot[] => {
  const planned = view.plan?.slots ?? [];
  const dropped = view.cards
    .map((card) => card.slotId)
    .filter((id, index, all) => all.indexOf(id) === index && !planned.some((slot) => slot.slotId === id));
  return [
    ...planned.map(({ slotId, title, startsAt }) => ({ slotId, title, time: startsAt.slice(11) })),
    ...dropped.map((slotId) => ({ slotId, title: "Dropped from the plan", time: "" })),
  ];
};

const cellOf = (view: LoopView, slotId: string, personId: string, nowMs: number): BoardCell | null => {
  const card = view.cards.find((known) => known.slotId === slotId && known.personId === personId);
  if (card === undefined) return null;
  const mine = personId === view.me?.personId;
  const planned = view.plan?.slots.some((slot) => slot.slotId === slotId) ?? false;
  return {
    slotId,
    lamp: cardLamp(card, mine),
    marks: cardMarks(view, card),
    copies: copiesLine(card, nowMs),
    open: mine && planned && ownRevisions(card).length === 0,
  };
};

/** Everybody in the loop by the slots of the plan: who is here, and where every expected card is. */
export const boardOf = (view: LoopView, room: RoomState, nowMs: number): Board => {
  const slots = boardSlots(view);
  const rows = view.persons.map((person) => ({
    personId: person.personId,
    name: person.name,
    mine: person.personId === view.me?.personId,
    hats: person.hats.map((hat) => hatWords[hat]).join(", "),
    laptop: laptopLamp(view, room, person),
    holds: holdsLine(view, room, person),
    cells: slots.map(({ slotId }) => cellOf(view, slotId, person.personId, nowMs)),
  }));
  return { slots, rows };
};
