import type { PersonId } from "../../../domain/ids";
import type { RequiredCard } from "../../../domain/loop/plan";
import { personOfDevice } from "../../../domain/loop/roster";
import { err } from "../../../domain/result";
import { dayEventsSince } from "../../../domain/sealing/day-events";
import { type ActParts, type Done, publish } from "../act-parts";
import { signLog } from "../log-act";

/** Whose laptop this is, where the loop's protocol knows borrowed laptops. */
const whoMaySay = ({ ledger, vault }: ActParts): PersonId | { readonly type: string } => {
  const { roster, charter } = ledger();
  if (charter === null || charter.body.protocol < dayEventsSince) return { type: "kindNotInProtocol" };
  const me = roster === null ? null : personOfDevice(roster.body, vault.device.deviceId);
  return me === null ? { type: "notAMember" } : me.personId;
};

/** Says that this laptop is borrowed and will keep nothing. */
export const sayBorrowed = async (parts: ActParts): Promise<Done> => {
  const personId = whoMaySay(parts);
  if (typeof personId !== "string") return err(personId);
  return publish(parts, await signLog(parts, { type: "laptopBorrowed", personId }));
};

/** Says that this laptop takes the loop off its disk now; the last thing it signs in the loop. */
export const sayWiped = async (
  parts: ActParts,
  drafts: RequiredCard[],
  unsafe: RequiredCard[],
): Promise<Done> => {
  const personId = whoMaySay(parts);
  if (typeof personId !== "string") return err(personId);
  return publish(parts, await signLog(parts, { type: "laptopWiped", personId, drafts, unsafe }));
};
