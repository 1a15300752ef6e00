import type { RoomState } from "../../bindings/services";
import type { CardState, LoopView } from "../../domain/loop/loop-view";
import type { Person } from "../../domain/loop/roster";
import type { DotShape } from "../../ui/status-dot";
import { hatWords } from "./hats";

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

/** Where a card is: owed, sealed on one laptop or on several, opened, or in trouble. Never what it says. */
export const cardLamp = (card: CardState): Lamp => {
  const latest = card.sealed.at(-1);
  if (latest === undefined) return openLamp(card);
  if (card.forked) return lamp("bang", "two versions", true);
  if (latest.opened?.state === "open") return lamp("full", "opened");
  if (latest.opened?.state === "doesNotOpen") return lamp("bang", "does not open", true);
  if (latest.opened?.state === "withheld") return lamp("half", "key not here yet");
  const laptops = latest.heldBy.length + 1;
  return laptops === 1
    ? lamp("half", "sealed, on 1 laptop", true)
    : lamp("full", `sealed, on ${laptops} laptops`);
};

const isSameName = (left: string, right: string): boolean =>
  left.trim().toLowerCase() === right.trim().toLowerCase();

/** Whether a person's laptop is here, on its way, at the door, away, or not known to the loop at all. */
export const laptopLamp = (view: LoopView, room: RoomState, person: Person): Lamp => {
  if (person.personId === view.me?.personId) return lamp("full", "this laptop");
  const own = view.devices.filter((device) => device.personId === person.personId);
  const links = room.peers.filter((peer) => own.some((device) => device.deviceId === peer.deviceId));
  if (links.some((link) => link.link === "direct")) return lamp("full", "here");
  if (links.length > 0) return lamp("half", "connecting");
  if (room.lobby.some((request) => isSameName(request.name, person.name))) return lamp("half", "at the door");
  return own.length === 0 ? lamp("dash", "no laptop yet") : lamp("empty", "away");
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

const cellOf = (view: LoopView, slotId: string, personId: string): BoardCell | null => {
  const card = view.cards.find((known) => known.slotId === slotId && known.personId === personId);
  if (card === undefined) return null;
  const mine = personId === view.me?.personId;
  const planned = view.plan?.slots.some((slot) => slot.slotId === slotId) ?? false;
  return { slotId, lamp: cardLamp(card), open: mine && planned && card.sealed.length === 0 };
};

/** Everybody in the loop by the slots of the plan: who is here, and where every expected card is. */
export const boardOf = (view: LoopView, room: RoomState): Board => {
  const slots = boardSlots(view);
  const rows = view.persons.map((person) => ({
    personId: person.personId,
    name: person.name,
    mine: person.personId === view.me?.personId,
    hats: person.hats.map((hat) => hatWords[hat]).join(", "),
    laptop: laptopLamp(view, room, person),
    cells: slots.map(({ slotId }) => cellOf(view, slotId, person.personId)),
  }));
  return { slots, rows };
};
