import { personOfDevice } from "../../domain/loop/roster";
import { err, ok } from "../../domain/result";
import { headsOf } from "../../domain/sealing/heads";
import { type ActParts, type Done, now, publish } from "./act-parts";

/** Takes over from the facilitator, with the reason and what this laptop has seen; once is enough. */
export const takeOver = async (parts: ActParts, reason: string): Promise<Done> => {
  const { vault } = parts;
  const ledger = parts.ledger();
  const me = ledger.roster === null ? null : personOfDevice(ledger.roster.body, vault.device.deviceId);
  if (me === null) return err({ type: "notAMember" });
  if (ledger.takeovers.some(({ body }) => body.personId === me.personId)) return ok(undefined);
  const signed = await vault.sign("takeover", {
    v: 1,
    loopId: ledger.loopId,
    deviceId: vault.device.deviceId,
    at: now(parts),
    personId: me.personId,
    reason: reason.trim(),
    heads: [...headsOf(ledger)],
  });
  return publish(parts, signed);
};
