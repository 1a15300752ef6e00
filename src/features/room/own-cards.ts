import { slotTitle } from "../../bindings/loop-names";
import type { DeviceId, Hash, SlotId } from "../../domain/ids";
import { type CardState, type LoopView, type OwnLaptop, ownRevisions } from "../../domain/loop/loop-view";
import { timeText } from "../../ui/time-text";

/** “Ben’s tablet”, or what can be said of a laptop without a name. */
export const laptopName = ({ label }: Pick<OwnLaptop, "label">): string =>
  label === "" ? "Another laptop" : `“${label}”`;

/** One of the versions of a card that its author sealed apart. */
export interface OwnVersion {
  /** Its newest revision. */
  readonly envelopeHash: Hash;
  readonly sentence: string;
}

export interface ForkedCard {
  readonly slotId: SlotId;
  readonly title: string;
  readonly versions: readonly OwnVersion[];
}

const deviceName = (view: LoopView, deviceId: DeviceId): string => {
  const own = view.ownLaptops.find((laptop) => laptop.deviceId === deviceId);
  if (own?.isThis) return "this laptop";
  const label = own?.label ?? view.devices.find((device) => device.deviceId === deviceId)?.label ?? "";
  return label === "" ? "another laptop" : laptopName({ label });
};

const versionsOf = (view: LoopView, card: CardState): readonly OwnVersion[] => {
  const newest = new Map(ownRevisions(card).map((revision) => [revision.deviceId, revision]));
  return [...newest.values()].map(({ envelopeHash, deviceId, revision, sealedAt }) => ({
    envelopeHash,
    sentence: `Sealed on ${deviceName(view, deviceId)} at ${timeText(sealedAt)}, revision ${revision}`,
  }));
};

/** The cards of this laptop's person that two of their laptops sealed apart, while they can still say which counts. */
export const forkedCardsOf = (view: LoopView): readonly ForkedCard[] =>
  view.reveal !== null
    ? []
    : view.cards
        .filter((card) => card.forked && card.personId === view.me?.personId)
        .map((card) => ({
          slotId: card.slotId,
          title: slotTitle(view, card.slotId),
          versions: versionsOf(view, card),
        }));
