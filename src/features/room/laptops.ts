import type { LoopView, Removal } from "../../domain/loop/loop-view";

/** One laptop of the loop as the list of laptops shows it. */
export interface LaptopRow {
  readonly deviceId: string;
  /** Whose it is. */
  readonly name: string;
  readonly label: string;
  readonly admittedAt: string;
  readonly mine: boolean;
  /** What is lost with it: nothing where the person has another one. */
  readonly lastOfPerson: boolean;
}

export interface RemovedRow {
  readonly deviceId: string;
  readonly name: string;
  readonly label: string;
  readonly at: string;
  readonly reason: string;
}

const nameIn = (view: LoopView, personId: string | null): string =>
  view.persons.find((person) => person.personId === personId)?.name ?? "somebody";

/** The laptops of the loop in the order of its people. */
export const laptopRows = (view: LoopView): readonly LaptopRow[] =>
  view.persons.flatMap((person) => {
    const own = view.devices.filter((device) => device.personId === person.personId);
    return own.map((device) => ({
      deviceId: device.deviceId,
      name: person.name,
      label: device.label,
      admittedAt: device.admittedAt,
      mine: person.personId === view.me?.personId,
      lastOfPerson: own.length === 1,
    }));
  });

/** Laptops that were taken out, the latest first. */
export const removedRows = (view: LoopView): readonly RemovedRow[] =>
  view.removals.toReversed().map((removal) => ({
    deviceId: removal.deviceId,
    name: nameIn(view, removal.personId),
    label: removal.label,
    at: removal.at,
    reason: removal.reason,
  }));

/** What removing means, before it is done. */
export const removalMeaning = ({ name, lastOfPerson }: LaptopRow): string =>
  [
    `${name}’s laptop gets nothing new from now on; what is on it already stays there.`,
    "Cards it sealed stay in the loop and count.",
    lastOfPerson
      ? `${name} has no other laptop in the loop: a card still owed stays owed until the plan drops it.`
      : `${name}’s other laptop stays in.`,
    "Everybody else goes on in a new room by themselves, and the old invite stops working.",
  ].join(" ");

/** What a removed laptop is told: who did it, why, and what that means for it. */
export const removedWords = (
  view: LoopView,
  removal: Removal,
): { readonly what: string; readonly meaning: string } => ({
  what: `${removal.by === null ? "The facilitator" : nameIn(view, removal.by)} took this laptop out of the loop${
    removal.reason === "" ? "." : `: ${removal.reason}`
  }`,
  meaning:
    "What you sealed before stays with the panel and counts. What is on this laptop stays readable here. Nothing new arrives, and nothing you do here now reaches the others. If this was a mistake, ask to be let in again.",
});
