import { personOfDevice } from "../../domain/loop/roster";
import { err, ok } from "../../domain/result";
import type { Conflict } from "../../domain/sealing/acceptance-entry";
import { canonicalJson } from "../../domain/sealing/canonical-json";
import { standingAcceptances } from "../../domain/sealing/ledger/acceptances";
import { type ActParts, type Done, now, publish } from "./act-parts";

/**
 * Signs for this laptop's person that the loop stays confidential, and whether they have a conflict of interest. What they
 * said before is replaced; the same again is what there is.
 */
export const accept = async (parts: ActParts, conflict: Conflict, wording: string): Promise<Done> => {
  const { vault } = parts;
  const ledger = parts.ledger();
  const me = ledger.roster === null ? null : personOfDevice(ledger.roster.body, vault.device.deviceId);
  if (me === null) return err({ type: "notAMember" });
  const standing = standingAcceptances(me.personId, ledger.acceptances);
  const isSame = ({ body }: (typeof standing)[number]) =>
    canonicalJson(body.conflict) === canonicalJson(conflict) && body.wording === wording;
  if (standing.length === 1 && standing.every(isSame)) return ok(undefined);
  const signed = await vault.sign("acceptance", {
    v: 1,
    loopId: ledger.loopId,
    deviceId: vault.device.deviceId,
    at: now(parts),
    personId: me.personId,
    confidentiality: true,
    conflict,
    wording,
    replaces: standing.map(({ hash }) => hash),
  });
  return publish(parts, signed);
};
