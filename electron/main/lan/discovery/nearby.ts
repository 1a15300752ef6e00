import { isIPv6 } from "node:net";
import { typedCodeText } from "../../../../src/domain/loop/invite";
import { addressText } from "../../../../src/domain/loop/lan-address";
import { oldestProtocol, protocolVersion } from "../../../../src/domain/sealing/entries";
import type { NearbyLoop } from "../../../contract/lan";
import type { HeardDoor } from "./announcement";
import type { DiscoveryLimits } from "./discovery-limits";
import { isLinkLocalV6 } from "./places";

interface Known {
  readonly door: HeardDoor;
  /** Until when each address is believed, in milliseconds of `now`. */
  readonly until: Map<string, number>;
  /** Who announced it first. */
  readonly source: string;
}

/** The doors that are open around this laptop, as far as it has heard. */
export interface Nearby {
  /** Takes in a door; answers whether the list changed. */
  readonly hear: (door: HeardDoor, source: string, isNear: (address: string) => boolean) => boolean;
  /** Forgets what was not repeated in time; answers whether the list changed. */
  readonly expire: () => boolean;
  readonly forgetAll: () => void;
  readonly list: () => readonly NearbyLoop[];
}

const versionOf = (protocol: number): NearbyLoop["version"] => {
  if (protocol > protocolVersion) return "newer";
  return protocol < oldestProtocol ? "older" : "same";
};

/** IPv4 first, since it is shorter to compare with the facilitator's screen. */
const byFamily = (one: string, other: string): number => Number(isIPv6(one)) - Number(isIPv6(other));

const toNearby = ({ door, until }: Known): NearbyLoop[] => {
  const [host] = [...until.keys()].sort(byFamily);
  if (host === undefined) return [];
  const address = { host, port: door.port };
  return [
    {
      label: door.label,
      address: addressText(address),
      typedCode: typedCodeText({ address, label: door.label }),
      version: versionOf(door.protocol),
    },
  ];
};

const byLetters = (one: NearbyLoop, other: NearbyLoop): number =>
  one.label.localeCompare(other.label) || one.address.localeCompare(other.address);

/** Where the door's laptop is: the address the datagram came from, else what it says, on our own network only. */
const addressesOf = (door: HeardDoor, source: string, isNear: (address: string) => boolean): string[] => {
  const from = isLinkLocalV6(source) ? [] : [source];
  return [...new Set([...from, ...door.addresses])].filter(
    (address) => isNear(address) && !isLinkLocalV6(address),
  );
};

export const createNearby = (limits: DiscoveryLimits, now: () => number): Nearby => {
  const doors = new Map<string, Known>();

  const expire = (): boolean => {
    let changed = false;
    for (const [key, { until }] of doors) {
      for (const [address, end] of until) if (end <= now()) changed = until.delete(address) || changed;
      if (until.size === 0) doors.delete(key);
    }
    return changed;
  };
  const hasRoom = (source: string): boolean => {
    if (doors.size >= limits.maxLoops) expire();
    const fromThere = [...doors.values()].filter((known) => known.source === source).length;
    return doors.size < limits.maxLoops && fromThere < limits.maxLoopsPerSource;
  };
  const takeBack = (key: string, addresses: readonly string[]): boolean => {
    const until = doors.get(key)?.until;
    if (until === undefined) return false;
    for (const address of addresses) until.delete(address);
    if (until.size === 0) doors.delete(key);
    return true;
  };
  const take = (key: string, door: HeardDoor, addresses: readonly string[], source: string): boolean => {
    const known = doors.get(key) ?? { door, until: new Map<string, number>(), source };
    const before = known.until.size;
    const end = now() + Math.min(door.ttl, limits.maxTtl) * 1000;
    for (const address of addresses) {
      if (known.until.has(address) || known.until.size < limits.maxAddressesPerLoop)
        known.until.set(address, end);
    }
    doors.set(key, known);
    return known.until.size !== before;
  };

  return {
    hear: (door, source, isNear) => {
      const addresses = addressesOf(door, source, isNear);
      // The port is part of what is known: nobody can move a door that is open.
      const key = [door.label, door.instance, door.port, door.protocol].join(" ");
      if (door.ttl === 0) return takeBack(key, addresses);
      if (addresses.length === 0 || (!doors.has(key) && !hasRoom(source))) return false;
      return take(key, door, addresses, source);
    },
    expire,
    forgetAll: () => doors.clear(),
    list: () => {
      const ways = [...doors.values()].flatMap(toNearby).map((loop) => [loop.typedCode, loop] as const);
      // A program that was started anew says the same under other digits until the old ones are forgotten.
      return [...new Map(ways).values()].sort(byLetters);
    },
  };
};
