import type { DeviceId } from "../../ids";
import { type Device, wearsHat } from "../../loop/roster";
import type { AuthenticEntry, CharterBody, RosterBody } from "../entries";
import { type Chained, growChains } from "./chains";
import { accepted, type LedgerRefusal, refused, type Verdict } from "./verdict";

type Roster = AuthenticEntry<"roster">;

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

const isCoherent = ({ persons, devices }: RosterBody): boolean =>
  unique(persons.map(({ personId }) => personId)) &&
  unique(devices.map(({ deviceId }) => deviceId)) &&
  devices.every((device) => persons.some(({ personId }) => personId === device.personId));

/** Without a laptop of the facilitator's in it, no later roster could ever be signed. */
const hasFacilitator = ({ persons, devices }: RosterBody, { facilitator }: CharterBody): boolean =>
  persons.some((person) => person.personId === facilitator.personId && wearsHat(person, "facilitator")) &&
  devices.some(({ personId }) => personId === facilitator.personId);

const deviceIn = (roster: RosterBody, deviceId: DeviceId): Device | undefined =>
  roster.devices.find((device) => device.deviceId === deviceId);

/** A laptop keeps its person and its key: otherwise yesterday's card would become somebody else's. */
const changesADevice = (before: RosterBody, after: RosterBody): boolean =>
  before.devices.some((device) => {
    const kept = deviceIn(after, device.deviceId);
    return kept !== undefined && (kept.personId !== device.personId || kept.agreeKey !== device.agreeKey);
  });

/** Whoever was removed holds the loop secret of the generation before. */
const keepsOldSecret = (before: RosterBody, after: RosterBody): boolean => {
  const removes = before.devices.some(({ deviceId }) => deviceIn(after, deviceId) === undefined);
  return removes ? after.generation <= before.generation : after.generation < before.generation;
};

const changeFault = (before: RosterBody, after: RosterBody): LedgerRefusal | null => {
  if (after.version !== before.version + 1) return "versionOutOfOrder";
  if (changesADevice(before, after)) return "deviceChanged";
  return keepsOldSecret(before, after) ? "generationNotRaised" : null;
};

const isFromAuthority = (roster: Roster, previous: Roster | null, charter: CharterBody): boolean => {
  if (previous === null) return roster.deviceId === charter.facilitator.deviceId;
  return deviceIn(previous.body, roster.deviceId)?.personId === charter.facilitator.personId;
};

const startFault = (roster: RosterBody, { facilitator }: CharterBody): LedgerRefusal | null => {
  if (roster.version !== 1) return "versionOutOfOrder";
  const founding = deviceIn(roster, facilitator.deviceId);
  const same = founding?.personId === facilitator.personId && founding.agreeKey === facilitator.agreeKey;
  return same ? null : "facilitatorMissing";
};

const judge = (roster: Roster, previous: Roster | null, charter: CharterBody): Verdict => {
  if (!isFromAuthority(roster, previous, charter)) return refused("notTheAuthority");
  const { body } = roster;
  if (!isCoherent(body)) return refused("rosterInvalid");
  if (!hasFacilitator(body, charter)) return refused("facilitatorMissing");
  const fault = previous === null ? startFault(body, charter) : changeFault(previous.body, body);
  return fault === null ? accepted : refused(fault);
};

/** Rosters as a chain: the first signed by the founder's laptop, each later one by a facilitator's laptop of the one before. */
export const growRosters = (rosters: readonly Roster[], charter: CharterBody): Chained<Roster> =>
  growChains(rosters, {
    judge: (roster, previous) => judge(roster, previous, charter),
    forkKey: (roster) => String(roster.body.prev),
  });
