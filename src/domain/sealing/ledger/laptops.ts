import type { DeviceId, PersonId } from "../../ids";
import type { AuthenticEntry, CharterBody } from "../entries";
import type { Members } from "./members";
import { accepted, judgeEach, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

type OwnLaptop = AuthenticEntry<"ownLaptop">;
type Roster = AuthenticEntry<"roster">;

/** Why a laptop does not speak for this person here, or null where it does. */
export const signerFault = (
  entry: Pick<AuthenticEntry, "deviceId" | "hash">,
  personId: PersonId,
  members: Members,
): Verdict | null => {
  const persons = members.personsOf(entry.deviceId);
  if (persons.size === 0) return refused("unknownDevice");
  if (!persons.has(personId)) return refused("signerMismatch");
  return members.speaksFor(entry, personId) ? null : refused("removedBefore");
};

const judgeLaptop = (entry: OwnLaptop, rosters: readonly Roster[]): Verdict => {
  const { personId, laptop } = entry.body;
  if (laptop.deviceId === entry.deviceId) return refused("notAnotherLaptop");
  const bound = rosters
    .flatMap(({ body }) => body.devices)
    .filter((device) => device.deviceId === laptop.deviceId);
  if (bound.length === 0) return waitingFor("laptopMissing");
  const same = bound.some((device) => device.personId === personId && device.agreeKey === laptop.agreeKey);
  return same ? accepted : refused("notAnotherLaptop");
};

const judge = (entry: OwnLaptop, rosters: readonly Roster[], members: Members): Verdict =>
  signerFault(entry, entry.body.personId, members) ?? judgeLaptop(entry, rosters);

/**
 * The laptops a person ever stood by, whatever was removed since: as a card that was sealed by one that was removed later goes on
 * counting, so does one by a laptop that such a laptop vouched for.
 */
export const laptopsEverVouched = (
  personId: PersonId,
  entries: readonly OwnLaptop[],
  { rosters, members }: { readonly rosters: readonly Roster[]; readonly members: Members },
): ReadonlySet<DeviceId> => {
  const ownLaptops = entries.filter(
    (entry) =>
      entry.body.personId === personId &&
      members.personsOf(entry.deviceId).has(personId) &&
      judgeLaptop(entry, rosters).is === "accepted",
  );
  return vouchedLaptops(personId, { rosters, ownLaptops });
};

/** One laptop of a person vouching for another that a roster gives to the same person, with the keys it has there. */
export const judgeOwnLaptops = (
  entries: readonly OwnLaptop[],
  rosters: readonly Roster[],
  members: Members,
): Sorted<OwnLaptop> => judgeEach(entries, (entry) => judge(entry, rosters, members));

/** What says which laptops a person stands by. */
export interface LaptopGround {
  readonly rosters: readonly Roster[];
  readonly ownLaptops: readonly OwnLaptop[];
}

interface FirstLaptop {
  readonly deviceId: DeviceId;
  /** The laptop that signed the roster which brought it. */
  readonly boundBy: DeviceId;
}

const oldestFirst = (left: Roster, right: Roster): number =>
  left.body.version - right.body.version || (left.hash < right.hash ? -1 : 1);

const firstLaptopOf = (personId: PersonId, rosters: readonly Roster[]): FirstLaptop | null => {
  for (const roster of rosters.toSorted(oldestFirst)) {
    const device = roster.body.devices.find((one) => one.personId === personId);
    if (device !== undefined) return { deviceId: device.deviceId, boundBy: roster.deviceId };
  }
  return null;
};

const vouchedFrom = (
  first: DeviceId,
  personId: PersonId,
  ownLaptops: readonly OwnLaptop[],
): ReadonlySet<DeviceId> => {
  const vouched = new Set([first]);
  // The set grows while it is walked: each laptop brings those it vouches for.
  for (const deviceId of vouched)
    for (const entry of ownLaptops)
      if (entry.deviceId === deviceId && entry.body.personId === personId)
        vouched.add(entry.body.laptop.deviceId);
  return vouched;
};

/**
 * The laptops a person stands by: the first that a roster gave them, and those it vouched for, directly or by another of
 * them. A roster alone does not bring a second one: its signer could act in anybody's name by it.
 */
export const vouchedLaptops = (
  personId: PersonId,
  { rosters, ownLaptops }: LaptopGround,
): ReadonlySet<DeviceId> => {
  const first = firstLaptopOf(personId, rosters);
  return first === null ? new Set() : vouchedFrom(first.deviceId, personId, ownLaptops);
};

/**
 * The laptops that hold escrow. Only a roster of the facilitator's brings the first of them: a deputy who took over would
 * otherwise come to hold escrow by letting in a laptop under that name.
 */
export const escrowLaptops = (
  { escrow, facilitator }: CharterBody,
  { rosters, ownLaptops }: LaptopGround,
): ReadonlySet<DeviceId> => {
  const first = escrow === null ? null : firstLaptopOf(escrow, rosters);
  if (escrow === null || first === null) return new Set();
  const isFacilitators = rosters.some(({ body }) =>
    body.devices.some(
      (device) => device.deviceId === first.boundBy && device.personId === facilitator.personId,
    ),
  );
  return isFacilitators ? vouchedFrom(first.deviceId, escrow, ownLaptops) : new Set();
};
