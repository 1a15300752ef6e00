import type { DeviceId } from "../ids";
import type { DeviceKeys } from "../loop/roster";
import type { KeyWrap } from "./entries";
import { escrowLaptops } from "./ledger/laptops";
import type { LoopLedger } from "./ledger/ledger";

/** A recipient as it crosses the process wall: keys as text. */
export interface CardRecipient {
  readonly recipient: KeyWrap["recipient"];
  readonly agreeKey: DeviceKeys["agreeKey"];
}

/**
 * Whom a card's key is wrapped to: this laptop, the author's other laptops that this one vouches for by its signature, and
 * the laptops that hold escrow if the loop has escrow. A laptop that only the roster gives to the author gets nothing: rosters
 * are the facilitator's, who could otherwise read early by adding a laptop of their own under the author's name.
 */
export const cardRecipients = (ledger: LoopLedger, own: DeviceKeys): readonly CardRecipient[] => {
  const { charter, roster, ownLaptops } = ledger;
  const devices = roster?.body.devices ?? [];
  const confirmed = ownLaptops
    .filter((entry) => entry.deviceId === own.deviceId)
    .map(({ body }) => body.laptop.deviceId);
  const holding: ReadonlySet<DeviceId> = charter === null ? new Set() : escrowLaptops(charter.body, ledger);
  const author = devices.find(({ deviceId }) => deviceId === own.deviceId)?.personId;
  const others = devices.filter(
    ({ deviceId, personId }) =>
      personId === author && deviceId !== own.deviceId && confirmed.includes(deviceId),
  );
  const escrow = devices.filter(({ deviceId }) => holding.has(deviceId));
  return [
    ...[own, ...others].map(({ deviceId, agreeKey }) => ({
      recipient: { kind: "device" as const, deviceId },
      agreeKey,
    })),
    ...escrow.map(({ deviceId, agreeKey }) => ({
      recipient: { kind: "escrow" as const, deviceId },
      agreeKey,
    })),
  ];
};
