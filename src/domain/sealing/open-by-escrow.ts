import type { Card } from "../card/card";
import { err, ok, type Result } from "../result";
import type { CryptoPort, DeviceIdentity } from "./crypto-port";
import type { AuthenticEntry } from "./entries";
import { brokenGlassOf } from "./ledger/broken-glass";
import { escrowLaptops } from "./ledger/laptops";
import type { LoopLedger } from "./ledger/ledger";
import { sealerOf } from "./ledger/typists";
import { type OpenRefusal, openCard, unwrapContentKey } from "./open-card";

type Envelope = AuthenticEntry<"card">;

/** `noWitness`: the reason is signed and no other person's laptop holds it, for instance because nobody is reachable. */
export type NoOpening = {
  readonly type: "envelopeNotAccepted" | "notTheEscrow" | "glassNotBroken" | "noWitness";
};

/** True where the laptop holds escrow in this loop. */
export const holdsEscrow = (ledger: LoopLedger, deviceId: string): boolean =>
  ledger.charter !== null &&
  [...escrowLaptops(ledger.charter.body, ledger)].some((known) => known === deviceId);

/** Whether this laptop may open a card before the reveal, by what the loop's entries say. */
const mayOpenByEscrow = (
  envelope: Envelope,
  ledger: LoopLedger,
  deviceId: string,
): Result<void, NoOpening> => {
  if (!ledger.cards.some(({ hash }) => hash === envelope.hash)) return err({ type: "envelopeNotAccepted" });
  if (!holdsEscrow(ledger, deviceId)) return err({ type: "notTheEscrow" });
  const given = ledger.breakGlass.some(({ body }) => body.envelopeHash === envelope.hash);
  if (!given) return err({ type: "glassNotBroken" });
  return brokenGlassOf(envelope.hash, ledger).length > 0 ? ok(undefined) : err({ type: "noWitness" });
};

export type EscrowOpeningRefusal =
  | NoOpening
  | OpenRefusal
  | { readonly type: "notForThisDevice" | "wrapDoesNotOpen" };

/** Opens a card by escrow before the reveal, for the person at this laptop alone. */
export const openByEscrow = (
  envelope: Envelope,
  ledger: LoopLedger,
  identity: DeviceIdentity,
  crypto: CryptoPort,
): Result<Card, EscrowOpeningRefusal> => {
  const allowed = mayOpenByEscrow(envelope, ledger, identity.deviceId);
  if (!allowed.ok) return allowed;
  const key = unwrapContentKey(envelope, identity, crypto);
  return key.ok ? openCard(envelope, key.value, crypto) : key;
};

/** Whether the card's key is this laptop's to publish: as one of its author's laptops, or as escrow. */
export const isReleaser = (
  releaser: "author" | "escrow",
  envelope: Envelope,
  ledger: LoopLedger,
  deviceId: string,
): boolean => {
  if (releaser === "escrow") return holdsEscrow(ledger, deviceId);
  const personId = sealerOf(envelope, ledger);
  return ledger.rosters.some(({ body }) =>
    body.devices.some((device) => device.deviceId === deviceId && device.personId === personId),
  );
};
