import type { DeviceId, Hash, PersonId } from "../../ids";
import type { AuthenticEntry, CharterBody } from "../entries";
import { containedIn } from "./chains";
import { rankedPersons } from "./takeovers";

type Roster = AuthenticEntry<"roster">;
type Signed = Pick<AuthenticEntry, "deviceId" | "hash">;

/** Which persons a laptop speaks for, according to every valid roster version. */
export interface Members {
  /** The persons a laptop belongs or belonged to: one, or more where rosters forked. */
  readonly personsOf: (deviceId: DeviceId) => ReadonlySet<PersonId>;
  /**
   * True where the entry is from a laptop of this person: one of the roster that counts, or one that was removed since,
   * if the roster that removed it already contained the entry. Otherwise a stolen laptop could go on speaking.
   */
  readonly speaksFor: (entry: Signed, personId: PersonId) => boolean;
}

/** Members, and who of them decides. */
export interface Authority extends Members {
  /** True where the entry is from a laptop of the facilitator or of a deputy who took over. */
  readonly isAuthority: (entry: Signed) => boolean;
}

type Persons = ReadonlyMap<DeviceId, ReadonlySet<PersonId>>;

const personsByDevice = (rosters: readonly Roster[]): Persons => {
  const persons = new Map<DeviceId, Set<PersonId>>();
  for (const { body } of rosters)
    for (const { deviceId, personId } of body.devices)
      persons.set(deviceId, new Set([...(persons.get(deviceId) ?? []), personId]));
  return persons;
};

/** The roster that counts and those before it, newest first. */
export const rosterLine = (head: Roster | null, rosters: readonly Roster[]): readonly Roster[] => {
  const line = containedIn(head === null ? [] : [head.hash], rosters);
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
  rosters: readonly Roster[],
  head: Roster,
  entries: readonly AuthenticEntry[],
): Members => {
  const persons = personsByDevice(rosters);
  const line = rosterLine(head, rosters);
  return {
    personsOf: (deviceId) => persons.get(deviceId) ?? new Set(),
    speaksFor: ({ deviceId, hash }, personId) =>
      holds(head, deviceId, personId) ||
      containedIn(headsAtRemoval(line, deviceId, personId), entries).has(hash),
  };
};

/** Members with the facilitator and every deputy of these takeovers deciding. */
export const withAuthority = (
  members: Members,
  charter: CharterBody,
  takeovers: readonly AuthenticEntry<"takeover">[],
): Authority => {
  const rulers = new Set([charter.facilitator.personId, ...takeovers.map(({ body }) => body.personId)]);
  return {
    ...members,
    isAuthority: (entry) => [...rulers].some((personId) => members.speaksFor(entry, personId)),
  };
};

/** How far down the list of facilitator and deputies an entry's signer stands; the smaller prevails. */
export type RankOf = (entry: Pick<AuthenticEntry, "deviceId">) => number;

export const rankBy = (charter: CharterBody, rosters: readonly Roster[]): RankOf => {
  const persons = personsByDevice(rosters);
  const ranked = rankedPersons(charter);
  return ({ deviceId }) => {
    const rank = ranked.findIndex((personId) => persons.get(deviceId)?.has(personId));
    return rank < 0 ? ranked.length : rank;
  };
};
