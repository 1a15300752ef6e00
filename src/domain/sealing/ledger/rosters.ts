import type { DeviceId, PersonId } from "../../ids";
import { type Device, wearsHat } from "../../loop/roster";
import type { AuthenticEntry, CharterBody, RosterBody } from "../entries";
import { type Chained, growChains } from "./chains";
import { rulersIn } from "./takeovers";
import { accepted, type LedgerRefusal, refused, type Verdict } from "./verdict";

type Roster = AuthenticEntry<"roster">;
type Takeover = AuthenticEntry<"takeover">;

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

const isCoherent = ({ persons, devices }: RosterBody): boolean =>
  unique(persons.map(({ personId }) => personId)) &&
  unique(devices.map(({ deviceId }) => deviceId)) &&
  devices.every((device) => persons.some(({ personId }) => personId === device.personId));

/** Without a laptop in it of somebody who may sign the next one, no later roster could ever be signed. */
const keepsAuthority = (
  { persons, devices }: RosterBody,
  { facilitator }: CharterBody,
  rulers: ReadonlySet<PersonId>,
): boolean =>
  persons.some((person) => person.personId === facilitator.personId && wearsHat(person, "facilitator")) &&
  devices.some(({ personId }) => rulers.has(personId));

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

const isFromAuthority = (
  roster: Roster,
  previous: Roster | null,
  charter: CharterBody,
  rulers: ReadonlySet<PersonId>,
): boolean => {
  if (previous === null) return roster.deviceId === charter.facilitator.deviceId;
  const signer = deviceIn(previous.body, roster.deviceId)?.personId;
  return signer !== undefined && rulers.has(signer);
};

const startFault = (roster: RosterBody, { facilitator }: CharterBody): LedgerRefusal | null => {
  if (roster.version !== 1) return "versionOutOfOrder";
  const founding = deviceIn(roster, facilitator.deviceId);
  const same = founding?.personId === facilitator.personId && founding.agreeKey === facilitator.agreeKey;
  return same ? null : "facilitatorMissing";
};

const judge = (
  roster: Roster,
  previous: Roster | null,
  charter: CharterBody,
  takeovers: readonly Takeover[],
): Verdict => {
  const { body } = roster;
  const rulers = rulersIn(previous?.body ?? body, charter, takeovers);
  if (!isFromAuthority(roster, previous, charter, rulers)) return refused("notTheAuthority");
  if (!isCoherent(body)) return refused("rosterInvalid");
  if (!keepsAuthority(body, charter, rulers)) return refused("facilitatorMissing");
  const fault = previous === null ? startFault(body, charter) : changeFault(previous.body, body);
  return fault === null ? accepted : refused(fault);
};

/**
 * Rosters as a chain: the first signed by the founder's laptop, each later one by a laptop that the one before gives to the
 * facilitator or to a deputy who took over.
 */
export const growRosters = (
  rosters: readonly Roster[],
  charter: CharterBody,
  takeovers: readonly Takeover[],
): Chained<Roster> =>
  growChains(rosters, {
    judge: (roster, previous) => judge(roster, previous, charter, takeovers),
    forkKey: (roster) => String(roster.body.prev),
  });
