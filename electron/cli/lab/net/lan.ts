import { join } from "node:path";
import { run } from "../../../dev/run";
import { type LineChild, startLineChild } from "./child-lines";
import { devicesVariable, type HubCount, type HubOrder, hubCountSchema } from "./hub-messages";
import { namespaceName } from "./leftovers";
import type { Link } from "./link";

/** One place to plug a laptop in: a network namespace with an address of its own and no way to the internet. */
export interface Port {
  readonly namespace: string;
  readonly address: string;
  /** A socket file that leads to the port's own loopback. */
  readonly wayIn: string;
}

/** Several hosts on one cable that may be made bad. */
export interface Lan {
  readonly ports: readonly Port[];
  readonly setLink: (port: number, link: Link) => void;
  /** Two hosts that reach the others but not each other. */
  readonly setApart: (ports: readonly [number, number], apart: boolean) => void;
  readonly listenFor: (words: readonly string[]) => void;
  readonly count: () => Promise<HubCount>;
  readonly close: () => Promise<void>;
}

export interface LanOptions {
  readonly ports: number;
  readonly seed: number;
  /** A folder that is there and belongs to this lab alone. */
  readonly folder: string;
  readonly pcap: string | null;
}

/** Opens TAP devices, which Node cannot, and becomes the hub that has them (linux/if_tun.h: TUNSETIFF, TAP without header). */
const openDevices = `
$^F = 255;
while ((my $name = shift @ARGV) ne "--") {
  open(my $device, "+<", "/dev/net/tun") or die "/dev/net/tun: $!";
  ioctl($device, 0x400454ca, pack("a16 s x22", $name, 0x1002)) or die "$name: $!";
  push @open, $device;
}
$ENV{${devicesVariable}} = join(",", map { fileno($_) } @open);
exec @ARGV or die "$!";
`;

const script = (name: string): readonly string[] => [
  process.execPath,
  "--import",
  "tsx",
  join(import.meta.dirname, name),
];

const ip = async (...args: readonly string[]): Promise<void> => {
  const { code, output } = await run("ip", args);
  if (code !== 0) throw new Error(`ip ${args.join(" ")}: ${output.trim()}`);
};

const deviceName = (port: number): string => `pl${process.pid}x${port}`;

const startHub = async ({ ports, seed, pcap }: LanOptions): Promise<LineChild> => {
  const names = Array.from({ length: ports }, (_, port) => deviceName(port));
  const hub = [...script("hub.ts"), JSON.stringify({ seed, pcap })];
  const child = startLineChild(["perl", "-e", openDevices, ...names, "--", ...hub], {
    ...process.env,
    // One thread waits at each device; the rest are for files.
    UV_THREADPOOL_SIZE: String(ports + 4),
  });
  await child.nextLine();
  return child;
};

const plugIn = async (port: number, { namespace, address }: Port): Promise<void> => {
  // The name of a usual network card: the program ranks tunnels and virtual cards behind it.
  await ip("link", "set", deviceName(port), "netns", namespace, "name", "eth0");
  await ip("-n", namespace, "addr", "add", `${address}/24`, "dev", "eth0");
  await ip("-n", namespace, "link", "set", "lo", "up");
  await ip("-n", namespace, "link", "set", "eth0", "up");
};

const guard = async ({ namespace, wayIn }: Port): Promise<LineChild> => {
  await ip("netns", "add", namespace);
  const child = startLineChild(["ip", "netns", "exec", namespace, ...script("guard.ts"), namespace, wayIn]);
  await child.nextLine();
  return child;
};

const portOf = (folder: string, port: number): Port => ({
  namespace: namespaceName(process.pid, `h${port + 1}`),
  address: `10.77.0.${port + 11}`,
  wayIn: join(folder, `h${port + 1}.socket`),
});

/** Makes the hosts and joins them; whatever happens to this process, its guards take everything down again. */
export const openLan = async (options: LanOptions): Promise<Lan> => {
  const ports = Array.from({ length: options.ports }, (_, port) => portOf(options.folder, port));
  const guards = await Promise.all(ports.map(guard));
  const hub = await startHub(options);
  await Promise.all(ports.map((port, index) => plugIn(index, port)));
  const tell = (order: HubOrder): void => hub.tell(JSON.stringify(order));
  return {
    ports,
    setLink: (port, link) => tell({ do: "link", port, link }),
    setApart: ([one, other], apart) => tell({ do: "apart", ports: [one, other], apart }),
    listenFor: (words) => tell({ do: "listenFor", words: [...words] }),
    count: async () => {
      const answer = hub.nextLine();
      tell({ do: "count" });
      return hubCountSchema.parse(JSON.parse(await answer));
    },
    close: async () => {
      await Promise.all(guards.map((one) => one.end()));
      await hub.end();
    },
  };
};
