import type { DeviceId, PersonId, SlotId } from "../ids";
import type { CardCopy, CardState, Confirmation, LoopView, SealedRevision } from "./loop-view";

/**
 * How far a card has come, by signed entries alone. `author`: sealed and held by no other person's laptop. `sent`: some
 * hold it and more are wanted. `confirmed`: losing laptops is no longer losing the card.
 */
export type Delivery = "unsealed" | "author" | "sent" | "confirmed";

/** One card of the board: where it is, who has it, and what somebody has to know about it. */
export interface ExpectedCard {
  readonly slotId: SlotId;
  readonly personId: PersonId;
  /** False for a card nobody waits for: a shadow's, or one that was dropped. */
  readonly required: boolean;
  /** Of its weakest sealed revision: one that only one laptop holds is what can be lost. */
  readonly delivery: Delivery;
  /** The laptops that hold every sealed revision, each with its newest receipt; the author's among them. */
  readonly copies: readonly CardCopy[];
  /** What the weakest revision lacks; null while nothing is sealed. */
  readonly confirmation: Confirmation | null;
  readonly revisions: number;
  readonly forked: boolean;
  readonly late: boolean;
  /** Why it was dropped after having been required; null otherwise. */
  readonly dropped: string | null;
  /** Why what its author's laptop offered counts for nothing, each reason once; a code the UI words. */
  readonly refused: readonly string[];
}

/** What is still wanted from one person's laptops. */
export interface Owing {
  readonly personId: PersonId;
  /** Their laptops in the loop; empty where none was ever admitted. */
  readonly devices: readonly DeviceId[];
  /** Required cards that they have not sealed. */
  readonly unsealed: readonly ExpectedCard[];
  /** Sealed cards of theirs, required or not, that are not confirmed. */
  readonly unsafe: readonly ExpectedCard[];
}

export interface Completeness {
  /** Every card somebody owes, may write, has sealed or was let off, in the order of the plan. */
  readonly cards: readonly ExpectedCard[];
  /** Required cards. */
  readonly expected: number;
  /** Required cards that are confirmed in every revision. */
  readonly safe: number;
  /** Who still owes something, in the order of the roster; persons who left it come last. */
  readonly owing: readonly Owing[];
}

/** True where losing laptops is no longer losing the card. In a loop of one person nothing ever is. */
export const isConfirmed = ({ needed, lacking, keepers }: Confirmation): boolean =>
  needed > 0 && lacking === 0 && keepers.length === 0;

const deliveryOf = ({ heldBy, confirmation }: SealedRevision): Delivery => {
  if (heldBy.length === 0) return "author";
  return isConfirmed(confirmation) ? "confirmed" : "sent";
};

/** The steps of a delivery, from the worst off. */
export const howFar: readonly Delivery[] = ["unsealed", "author", "sent", "confirmed"];

/** The revision that is worst off; of equals the one that lacks most. */
const weakestOf = (sealed: readonly SealedRevision[]): SealedRevision | undefined =>
  sealed.toSorted(
    (left, right) =>
      howFar.indexOf(deliveryOf(left)) - howFar.indexOf(deliveryOf(right)) ||
      right.confirmation.lacking - left.confirmation.lacking,
  )[0];

const holdsAll = ({ deviceId }: CardCopy, sealed: readonly SealedRevision[]): boolean =>
  sealed.every(({ copies }) => copies.some((copy) => copy.deviceId === deviceId));

/** One card of the view as the board has it. */
export const expectedCard = (state: CardState): ExpectedCard => {
  const { slotId, personId, required, sealed, forked, dropped, refused } = state;
  const weakest = weakestOf(sealed);
  return {
    slotId,
    personId,
    required,
    delivery: weakest === undefined ? "unsealed" : deliveryOf(weakest),
    copies: (sealed[0]?.copies ?? []).filter((copy) => holdsAll(copy, sealed)),
    confirmation: weakest?.confirmation ?? null,
    revisions: sealed.length,
    forked,
    late: sealed.some(({ late }) => late),
    dropped,
    refused: [...new Set(refused.map(({ reason }) => reason))],
  };
};

const owingOf = (personId: PersonId, cards: readonly ExpectedCard[], devices: LoopView["devices"]): Owing => {
  const own = cards.filter((card) => card.personId === personId);
  return {
    personId,
    devices: devices.filter((device) => device.personId === personId).map(({ deviceId }) => deviceId),
    unsealed: own.filter(({ required, delivery }) => required && delivery === "unsealed"),
    unsafe: own.filter(({ delivery }) => delivery === "author" || delivery === "sent"),
  };
};

/**
 * Every expected card, where its copies are, and which person's laptop owes what. The view's cards come from the signed
 * plan, envelopes and receipts; nothing else is asked, neither who is connected nor what anybody wrote beside them.
 */
export const completenessOf = ({
  cards: states,
  persons,
  devices,
}: Pick<LoopView, "cards" | "persons" | "devices">): Completeness => {
  const cards = states.map(expectedCard);
  const required = cards.filter((card) => card.required);
  const authors = new Set([...persons, ...cards].map(({ personId }) => personId));
  return {
    cards,
    expected: required.length,
    safe: required.filter(({ delivery }) => delivery === "confirmed").length,
    owing: [...authors]
      .map((personId) => owingOf(personId, cards, devices))
      .filter(({ unsealed, unsafe }) => unsealed.length + unsafe.length > 0),
  };
};
