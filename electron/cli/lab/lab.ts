import { mkdtemp, rm } from "node:fs/promises";
import { ensureBuilt } from "../../dev/build-state";
import {
  candidate,
  foundLoop,
  goToRoom,
  joinLoop,
  openDoorAgain,
  returnToLoop,
  shownInvite,
} from "./acts/loop-acts";
import { type Host, labHost } from "./hosts/host";
import { watchMemory } from "./hosts/watch-memory";
import { type Lan, openLan } from "./net/lan";
import { folderPrefix, removeLeftovers } from "./net/leftovers";
import { goodLink, type Link } from "./net/link";
import { people } from "./people";

/** Several hosts, each with a real Panelbook, on one cable, in one loop. */
export interface Lab {
  readonly hosts: readonly Host[];
  readonly lan: Lan;
  /** Hosts that are in the loop, running or not, counted from 0. */
  readonly members: () => readonly number[];
  /** The next host of the panel that was never there, or null. */
  readonly newcomer: () => number | null;
  readonly link: (host: Host) => Link;
  /** Changes some of what the air does to a host. */
  readonly setLink: (host: Host, change: Partial<Link>) => void;
  /** Every link good again. */
  readonly healAll: () => void;
  /** Starts the program of a host that was down, and goes back to the loop. */
  readonly bringBack: (host: Host) => Promise<void>;
  /** A host of the panel that was not there yet knocks and is let in by the first that runs. */
  readonly lateJoin: (host: Host) => Promise<void>;
  /** The host is killed and never comes back. */
  readonly leave: (host: Host) => Promise<void>;
  /** The most megabytes that any host has had since the lab was opened. */
  readonly maxMemoryMb: () => number;
  /** The most megabytes that this host has had since this was asked before. */
  readonly memorySince: (host: Host) => number;
  readonly close: () => Promise<void>;
}

export interface LabOptions {
  readonly hosts: number;
  /** How many of them are in the loop at the start; the others only stand in its roster. */
  readonly present: number;
  readonly seed: number;
  /** How far the clocks are off, in milliseconds by host; a missing one is right. */
  readonly clocksOffMs?: readonly number[];
  /** A file for every frame on the wire, or null. */
  readonly pcap?: string | null;
  /** One more place on the cable, without a Panelbook. */
  readonly spare?: boolean;
  readonly say: (line: string) => void;
}

const makeHosts = (lan: Lan, folder: string, options: LabOptions): readonly Host[] =>
  Array.from({ length: options.hosts }, (_, index) => {
    const [person, port] = [people[index], lan.ports[index]];
    if (person === undefined || port === undefined)
      throw new Error(`there is no place for host ${index + 1}`);
    const clockOffMs = options.clocksOffMs?.[index] ?? 0;
    return labHost({ number: index + 1, person, port, folder, clockOffMs });
  });

const facilitatorOf = (hosts: readonly Host[]): Host => {
  const [facilitator] = hosts;
  if (facilitator === undefined) throw new Error("a lab has hosts");
  return facilitator;
};

/** The loop on the first host; the others who are present knock one after the other. */
const meet = async (hosts: readonly Host[], { present, say }: LabOptions): Promise<void> => {
  const facilitator = facilitatorOf(hosts);
  const others = hosts.slice(1);
  await Promise.all(hosts.slice(0, present).map((host) => host.start()));
  say("the programs run");
  await foundLoop(
    facilitator.laptop(),
    others.map(({ person }) => person),
  );
  const invite = await shownInvite(facilitator.laptop());
  for (const host of others.slice(0, present - 1)) {
    await joinLoop(facilitator.laptop(), host.laptop(), invite);
    say(`${host.name} is in`);
  }
  for (const host of hosts.slice(0, present)) await host.laptop().sees(`${present} laptops together`);
};

const assemble = (hosts: readonly Host[], lan: Lan, present: number) => {
  const links = new Map<Host, Link>();
  const members = new Set(hosts.slice(0, present));
  const gone = new Set<Host>();
  const indexes = (which: (host: Host) => boolean): readonly number[] =>
    hosts.flatMap((host, index) => (which(host) ? [index] : []));
  const link = (host: Host): Link => links.get(host) ?? goodLink;
  const setLink = (host: Host, change: Partial<Link>): void => {
    links.set(host, { ...link(host), ...change });
    lan.setLink(hosts.indexOf(host), link(host));
  };
  return {
    members: () => indexes((host) => members.has(host)),
    newcomer: () => indexes((host) => !members.has(host) && !gone.has(host))[0] ?? null,
    link,
    setLink,
    healAll: () => {
      for (const host of hosts) setLink(host, goodLink);
    },
    bringBack: async (host: Host) => {
      await host.start();
      await returnToLoop(host.laptop());
      if (host === facilitatorOf(hosts)) await openDoorAgain(host.laptop());
    },
    leave: async (host: Host) => {
      await host.kill();
      members.delete(host);
      gone.add(host);
    },
    lateJoin: async (host: Host) => {
      await host.start();
      const keeper = hosts.find((one) => one.isRunning() && members.has(one));
      if (keeper === undefined) throw new Error("nobody is there to let anybody in");
      await goToRoom(keeper.laptop());
      await joinLoop(keeper.laptop(), host.laptop(), await shownInvite(keeper.laptop()));
      members.add(host);
    },
  };
};

/** Starts everything. Whatever happens to this process, the hosts end with it and nothing of them stays. */
export const openLab = async (options: LabOptions): Promise<Lab> => {
  await ensureBuilt();
  await removeLeftovers();
  const folder = await mkdtemp(folderPrefix(process.pid));
  const ports = options.hosts + (options.spare === true ? 1 : 0);
  const lan = await openLan({ ports, seed: options.seed, folder, pcap: options.pcap ?? null });
  const hosts = makeHosts(lan, folder, options);
  const memory = watchMemory(hosts);
  const close = async (): Promise<void> => {
    memory.stop();
    await Promise.all(hosts.map((host) => host.kill()));
    await lan.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    lan.listenFor([candidate, ...people]);
    await meet(hosts, options);
    return {
      hosts,
      lan,
      ...assemble(hosts, lan, options.present),
      maxMemoryMb: memory.most,
      memorySince: memory.mostSince,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
