import { execFileSync } from "node:child_process";

/** Why this machine cannot give a test networks of its own, or null where it can. */
export const noNamespaces = (): string | null => {
  if (process.platform !== "linux") return "network namespaces are a thing of Linux";
  if (process.getuid?.() !== 0) return "network namespaces need root";
  try {
    execFileSync("ip", ["-Version"], { stdio: "ignore" });
  } catch {
    return "iproute2 is not installed";
  }
  try {
    execFileSync("unshare", ["--net", "ip", "link", "set", "lo", "up"], { stdio: "ignore" });
  } catch {
    return "this machine refuses new network namespaces";
  }
  return null;
};

/** A command line that runs what follows it in a network of its own that has nothing but the loopback interface. */
export const inEmptyNetwork: readonly string[] = [
  "unshare",
  "--net",
  "sh",
  "-c",
  'ip link set lo up && exec "$@"',
  "sh",
];

const ip = (...args: readonly string[]): void => {
  execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
};

/** A computer of its own as far as its network goes: no default route, no name server, no internet. */
export interface Host {
  readonly name: string;
  /** What stands before a command that is to run there. */
  readonly prefix: readonly string[];
  /** Plugs a network card with these addresses ("10.88.0.1/24") into a switch. */
  readonly plug: (card: string, into: string, addresses: readonly string[]) => void;
  readonly unplug: (card: string) => void;
}

export interface Lab {
  /** A network that hosts are plugged into. */
  readonly addSwitch: (name: string) => void;
  readonly addHost: (name: string) => Host;
  readonly remove: () => void;
}

/** Hosts and switches in network namespaces; nothing of the machine's own network is touched. */
export const makeLab = (): Lab => {
  const unique = `pb${process.pid}`;
  const made: string[] = [];
  const add = (name: string): string => {
    const namespace = `${unique}${name}`;
    ip("netns", "add", namespace);
    made.push(namespace);
    ip("-n", namespace, "link", "set", "lo", "up");
    return namespace;
  };
  const wires = add("wires");
  let cables = 0;
  const addHost = (name: string): Host => {
    const namespace = add(name);
    const plug: Host["plug"] = (card, into, addresses) => {
      cables += 1;
      const end = `cable${cables}`;
      ip("-n", wires, "link", "add", end, "type", "veth", "peer", "name", card, "netns", namespace);
      ip("-n", wires, "link", "set", end, "master", into, "up");
      for (const address of addresses) {
        const family = address.includes(":") ? ["nodad"] : [];
        ip("-n", namespace, "addr", "add", address, "dev", card, ...family);
      }
      ip("-n", namespace, "link", "set", card, "up");
    };
    const unplug: Host["unplug"] = (card) => ip("-n", namespace, "link", "del", card);
    return { name, prefix: ["ip", "netns", "exec", namespace], plug, unplug };
  };
  return {
    addSwitch: (name) => {
      ip("-n", wires, "link", "add", name, "type", "bridge", "mcast_snooping", "0");
      ip("-n", wires, "link", "set", name, "up");
    },
    addHost,
    remove: () => {
      for (const namespace of made.splice(0).reverse()) ip("netns", "del", namespace);
    },
  };
};
