import { personOfDevice } from "../../domain/loop/roster";
import { type ActParts, now } from "./act-parts";

/** What everything that a person says for themselves begins with; null where the roster does not know this laptop. */
export const speaker = (parts: ActParts) => {
  const { roster, loopId } = parts.ledger();
  const { deviceId } = parts.vault.device;
  const me = roster === null ? null : personOfDevice(roster.body, deviceId);
  return me === null ? null : { v: 1 as const, loopId, deviceId, at: now(parts), personId: me.personId };
};
