import type { Failure } from "../../bindings/services";
import type { Card } from "../../domain/card/card";
import type { Hash } from "../../domain/ids";
import { personOfDevice } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import { headsOf } from "../../domain/sealing/heads";
import { isInScope } from "../../domain/sealing/ledger/calls";
import { type ActParts, type Done, now, publish } from "./act-parts";

const meOn = (parts: ActParts) => {
  const { roster } = parts.ledger();
  return roster === null ? null : personOfDevice(roster.body, parts.vault.device.deviceId);
};

/** Says, signed, why escrow will open a card before the reveal. It opens nothing yet: another person's laptop has to hold this. */
export const breakGlass = async (parts: ActParts, envelopeHash: Hash, reason: string): Promise<Done> => {
  const ledger = parts.ledger();
  const me = meOn(parts);
  if (me === null) return err({ type: "notAMember" });
  const body = {
    v: 1 as const,
    loopId: ledger.loopId,
    deviceId: parts.vault.device.deviceId,
    at: now(parts),
    personId: me.personId,
    envelopeHash,
    reason: reason.trim(),
    heads: [...headsOf(ledger)],
  };
  return publish(parts, await parts.vault.sign("breakGlass", body));
};

/** The loop as main judges it: receipts and releases have no say. */
const groundOf = ({ book }: ActParts) =>
  book.state
    .get()
    .entries.filter(({ kind }) => kind !== "receipt" && kind !== "release")
    .map(({ entry }) => entry);

/** Opens a card whose glass was broken, for this laptop alone; main checks reason and witness itself. */
export const openByEscrow = async (parts: ActParts, envelopeHash: Hash): Promise<Result<Card, Failure>> =>
  parts.vault.openByEscrow(groundOf(parts), envelopeHash, parts.ledger().charter?.hash ?? null);

/** Publishes a card's key from escrow, after a call that opens it: its author's laptop is gone. */
export const releaseByEscrow = async (parts: ActParts, envelopeHash: Hash): Promise<Done> => {
  const ledger = parts.ledger();
  if (ledger.releases.some(({ body }) => body.envelopeHash === envelopeHash)) return ok(undefined);
  const envelope = ledger.cards.find(({ hash }) => hash === envelopeHash);
  if (envelope === undefined) return err({ type: "envelopeMissing" });
  const call = ledger.calls.find(({ body }) => isInScope(body.scope, envelope.body.header));
  if (call === undefined) return err({ type: "notRevealed" });
  const charterHash = ledger.charter?.hash ?? null;
  const signed = await parts.vault.release(groundOf(parts), call.hash, envelopeHash, charterHash, "escrow");
  return publish(parts, signed);
};
