import type { NetworkInterfaceInfo } from "node:os";

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Names that containers, virtual machines and tunnels give their interfaces on the three systems. */
const virtualName =
  /docker|podman|veth|virbr|^br-[0-9a-f]{6}|^lxc|^lxd|cni|vmnet|vbox|virtualbox|vmware|vethernet|hyper-v|wsl|^utun|^tun|^tap|^wg|wireguard|tailscale|^zt|zerotier|^ppp|nordlynx|vpn/i;

export const isVirtual = (name: string): boolean => virtualName.test(name);

const privateV4 = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/** 0 is what a colleague's laptop most likely reaches; null is never worth a try. */
const rankOf = (name: string, info: NetworkInterfaceInfo): number | null => {
  if (info.internal) return 100;
  const isV4 = info.family === "IPv4";
  // A link-local IPv6 address means nothing without the name of the reader's own interface.
  if (!isV4 && /^fe[89ab]/i.test(info.address)) return null;
  const behind = isVirtual(name) ? 50 : 0;
  if (isV4 && privateV4.test(info.address)) return behind;
  // 169.254: two laptops on one cable, without anything that hands out addresses.
  if (isV4) return behind + (info.address.startsWith("169.254.") ? 2 : 1);
  return behind + (/^f[cd]/i.test(info.address) ? 3 : 4);
};

export interface OwnAddresses {
  /** The likeliest first. */
  readonly addresses: readonly string[];
  /** `thisLaptop`: there is no network, only windows on this very machine can connect. */
  readonly reach: "network" | "thisLaptop";
}

/** Which of this laptop's addresses to tell others. */
export const ownAddresses = (interfaces: Interfaces): OwnAddresses => {
  const ranked = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? []).flatMap((info) => {
      const rank = rankOf(name, info);
      return rank === null ? [] : [{ rank, address: info.address }];
    }),
  );
  ranked.sort((one, other) => one.rank - other.rank);
  const outside = ranked.filter(({ rank }) => rank < 100);
  if (outside.length === 0) return { addresses: ["127.0.0.1"], reach: "thisLaptop" };
  return { addresses: outside.map(({ address }) => address), reach: "network" };
};
