import type { NetworkInterfaceInfo } from "node:os";
import { isVirtual } from "../addresses";

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** One network card and one family of addresses: where a socket of its own listens. */
export interface Place {
  readonly family: "IPv4" | "IPv6";
  /** What the multicast group is joined on: the card's IPv4 address, or "::%eth0". */
  readonly joinOn: string;
  /** The card's networks, "192.168.10.4/24", of this family. */
  readonly networks: readonly string[];
  /** The card's own addresses of this family that another laptop could reach. */
  readonly addresses: readonly string[];
}

interface Card {
  readonly name: string;
  readonly infos: readonly NetworkInterfaceInfo[];
}

export const isLinkLocalV6 = (address: string): boolean => /^fe[89ab]/i.test(address);

const zoneOf = (name: string, info: NetworkInterfaceInfo, platform: string): string =>
  platform === "win32" && info.family === "IPv6" ? String(info.scopeid) : name;

const placeOf = ({ name, infos }: Card, family: Place["family"], platform: string): Place[] => {
  const mine = infos.filter((info) => info.family === family);
  const [first] = mine;
  if (first === undefined) return [];
  return [
    {
      family,
      joinOn: family === "IPv4" ? first.address : `::%${zoneOf(name, first, platform)}`,
      networks: mine.flatMap(({ cidr }) => (cidr === null ? [] : [cidr])),
      addresses: mine.map(({ address }) => address).filter((address) => !isLinkLocalV6(address)),
    },
  ];
};

/**
 * Where to announce and to look: every card of a real network, in both families. Tunnels and the networks of
 * containers are left out while there is a real one, since a company's VPN need not hear of an interview; where
 * there is no network at all, the loopback interface lets windows on this machine meet.
 */
export const placesOf = (interfaces: Interfaces, platform: string = process.platform): readonly Place[] => {
  const cards = Object.entries(interfaces).map(([name, infos]): Card => ({ name, infos: infos ?? [] }));
  const outside = cards.filter(({ infos }) => infos.some(({ internal }) => !internal));
  const real = outside.filter(({ name }) => !isVirtual(name));
  const used = [real, outside, cards].find((some) => some.length > 0) ?? [];
  return used.flatMap((card) => [...placeOf(card, "IPv4", platform), ...placeOf(card, "IPv6", platform)]);
};

/** Says whether anything changed: two equal keys mean the same place. */
export const placeKey = (place: Place): string =>
  [place.family, place.joinOn, ...place.networks, ...place.addresses].join(" ");
