import type { RemovalTarget } from "../../bindings/services";
import type { DeviceId } from "../../domain/ids";
import { type Device, personOfDevice } from "../../domain/loop/roster";
import { err, ok } from "../../domain/result";
import type { AuthenticEntry } from "../../domain/sealing/entries";
import { type ActParts, type Done, publish } from "./act-parts";
import { nextRoster } from "./next-roster";

type Roster = AuthenticEntry<"roster">;

const isMeant = (device: Device, target: RemovalTarget): boolean =>
  "deviceId" in target ? device.deviceId === target.deviceId : device.personId === target.personId;

const withoutThem = (parts: ActParts, before: Roster, gone: ReadonlySet<DeviceId>, reason: string) => ({
  ...nextRoster(parts, before, reason),
  generation: before.body.generation + 1,
  devices: before.body.devices.filter(({ deviceId }) => !gone.has(deviceId)),
});

/**
 * Takes a person's laptops, or one of them, out of the loop: the roster without them and the record that hands the next
 * generation's secret to everybody else, in one change. The person stays named, since what they sealed stays. Removing who
 * is gone already changes nothing.
 */
export const remove = async (parts: ActParts, target: RemovalTarget, reason: string): Promise<Done> => {
  const before = parts.ledger().roster;
  if (before === null) return err({ type: "rosterMissing" });
  if (reason.trim() === "") return err({ type: "reasonMissing" });
  const gone = new Set(
    before.body.devices.filter((device) => isMeant(device, target)).map(({ deviceId }) => deviceId),
  );
  if (gone.size === 0) return ok(undefined);
  if (gone.has(parts.vault.device.deviceId)) return err({ type: "ownLaptop" });
  if (personOfDevice(before.body, parts.vault.device.deviceId) === null) return err({ type: "notAMember" });
  const roster = await parts.vault.sign("roster", withoutThem(parts, before, gone, reason.trim()));
  if (!roster.ok) return roster;
  // Whether this laptop may is asked before main makes a secret for it.
  const checked = await parts.book.check(roster.value);
  if (!checked.ok) return err({ ...checked.error });
  const fault = parts.faultOf(checked.value);
  if (fault !== null) return err({ type: fault });
  return publish(parts, roster, await parts.vault.newGeneration(roster.value));
};
