import type { DeviceId, Hash, PersonId } from "../../ids";
import type { AuthenticEntry, CharterBody } from "../entries";
import { containedIn } from "./chains";

type Roster = AuthenticEntry<"roster">;

/** Who may say what, according to every valid roster version. */
export interface Members {
  /** The persons a laptop belongs or belonged to: one, or more where rosters forked. */
  readonly personsOf: (deviceId: DeviceId) => ReadonlySet<PersonId>;
  /**
   * True where the entry is from the facilitator's laptop: one of the roster that counts, or one that was removed
   * since, if the roster that removed it already contained the entry. Otherwise a stolen laptop could go on ruling.
   */
  readonly isAuthority: (entry: AuthenticEntry) => boolean;
}

const personsByDevice = (rosters: readonly Roster[]): ReadonlyMap<DeviceId, ReadonlySet<PersonId>> => {
  const persons = new Map<DeviceId, Set<PersonId>>();
  for (const { body } of rosters)
    for (const { deviceId, personId } of body.devices)
      persons.set(deviceId, new Set([...(persons.get(deviceId) ?? []), personId]));
  return persons;
};

/** The roster that counts and those before it, newest first. */
const lineOf = (head: Roster, rosters: readonly Roster[]): readonly Roster[] => {
  const line = containedIn([head.hash], rosters);
  return rosters
    .filter(({ hash }) => line.has(hash))
    .toSorted((left, right) => right.body.version - left.body.version);
};

const holds = (roster: Roster, deviceId: DeviceId, personId: PersonId): boolean =>
  roster.body.devices.some((device) => device.deviceId === deviceId && device.personId === personId);

/** The heads of the roster that removed the laptop last; none where it never was in this line. */
const headsAtRemoval = (line: readonly Roster[], deviceId: DeviceId, personId: PersonId): readonly Hash[] => {
  const index = line.findIndex((roster) => holds(roster, deviceId, personId));
  return index < 1 ? [] : (line[index - 1]?.body.heads ?? []);
};

export const membersOf = (
  charter: CharterBody,
  rosters: readonly Roster[],
  head: Roster,
  entries: readonly AuthenticEntry[],
): Members => {
  const persons = personsByDevice(rosters);
  const line = lineOf(head, rosters);
  const { personId } = charter.facilitator;
  return {
    personsOf: (deviceId) => persons.get(deviceId) ?? new Set(),
    isAuthority: ({ deviceId, hash }) =>
      holds(head, deviceId, personId) ||
      containedIn(headsAtRemoval(line, deviceId, personId), entries).has(hash),
  };
};
