import { deliveryLamp, stillWanted } from "../../bindings/delivery-lamp";
import { nameIn, slotTitle } from "../../bindings/loop-names";
import { type ExpectedCard, expectedCard } from "../../domain/loop/completeness";
import type { CardState, LoopView } from "../../domain/loop/loop-view";
import type { Device } from "../../domain/loop/roster";
import { timeText } from "../../ui/time-text";
import { ageWords } from "./ages";
import { cardMarks, type Lamp } from "./board";

/** One expected card with every copy of it. */
export interface CopyRow {
  readonly key: string;
  readonly slot: string;
  readonly person: string;
  readonly lamp: Lamp;
  readonly marks: readonly Lamp[];
  /** "09:08", by the clock of the laptop that sealed it. */
  readonly sealedAt: string;
  /** "Ana Brandt 09:22, 3 min ago" for every laptop but the author's. */
  readonly copies: readonly string[];
  /** What is still owed, and by whom; empty where nothing is. */
  readonly owed: string;
}

/** One laptop of the roster and how much of what is sealed it holds. */
export interface LaptopRow {
  readonly key: string;
  readonly person: string;
  readonly label: string;
  readonly lamp: Lamp;
  /** "12:05, 3 min ago", or "none yet". */
  readonly receipt: string;
}

const deviceName = (view: LoopView, device: Pick<Device, "deviceId" | "personId">): string => {
  const name = nameIn(view, device.personId);
  const own = view.devices.filter(({ personId }) => personId === device.personId);
  const label = own.find(({ deviceId }) => deviceId === device.deviceId)?.label ?? "";
  return own.length > 1 && label !== "" ? `${name} (${label})` : name;
};

const receiptWords = (receiptAt: string, nowMs: number): string =>
  `${timeText(receiptAt)}, ${ageWords(receiptAt, nowMs)}`;

const owedWords = (view: LoopView, card: ExpectedCard): string => {
  if (card.dropped !== null) return `Dropped: ${card.dropped}`;
  if (card.delivery === "unsealed") return card.required ? `${nameIn(view, card.personId)} seals it` : "";
  const wanted = stillWanted(card, (personId) => nameIn(view, personId));
  return wanted === "" ? "" : `A copy on ${wanted}`;
};

const rowOf = (view: LoopView, state: CardState, nowMs: number): CopyRow => {
  const card = expectedCard(state);
  const copies = card.copies.filter(({ personId }) => personId !== card.personId);
  const lamp: Lamp =
    card.delivery === "unsealed" && !card.required
      ? { shape: "dash", words: "not needed", unsafe: false }
      : deliveryLamp(card, card.personId === view.me?.personId);
  return {
    key: `${state.slotId}/${state.personId}`,
    slot: slotTitle(view, state.slotId),
    person: nameIn(view, state.personId),
    lamp,
    marks: cardMarks(view, state),
    sealedAt: state.sealed.map(({ sealedAt }) => timeText(sealedAt)).join(", "),
    copies: copies.map((copy) => `${deviceName(view, copy)} ${receiptWords(copy.receiptAt, nowMs)}`),
    owed: owedWords(view, card),
  };
};

/** Every card of the board, in the order of the plan. */
export const copyRows = (view: LoopView, nowMs: number): readonly CopyRow[] =>
  view.cards.map((state) => rowOf(view, state, nowMs));

const newestReceipt = (view: LoopView, deviceId: string): string | null =>
  view.cards
    .flatMap(({ sealed }) => sealed.flatMap(({ copies }) => copies))
    .filter((copy) => copy.deviceId === deviceId)
    .map(({ receiptAt }) => receiptAt)
    .toSorted()
    .at(-1) ?? null;

/** Every laptop of the roster: how many of the sealed revisions it holds by its newest receipt. */
export const laptopRows = (view: LoopView, nowMs: number): readonly LaptopRow[] => {
  const sealed = view.cards.flatMap((card) => card.sealed);
  return view.devices.map(({ deviceId, personId, label }) => {
    const held = sealed.filter(({ copies }) => copies.some((copy) => copy.deviceId === deviceId)).length;
    const receiptAt = newestReceipt(view, deviceId);
    const shape = sealed.length === 0 || held === 0 ? "empty" : held === sealed.length ? "full" : "half";
    return {
      key: deviceId,
      person: nameIn(view, personId),
      label,
      lamp: { shape, words: `${held} of ${sealed.length}`, unsafe: false },
      receipt: receiptAt === null ? "none yet" : receiptWords(receiptAt, nowMs),
    };
  });
};
