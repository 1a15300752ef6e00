import type { Link } from "../gate/link";
import type { Plug, Station } from "./memory-station";
import { newStation } from "./memory-station";
import type { MemoryWires, Wire } from "./memory-wires";
import { memoryWires } from "./memory-wires";
import type { Transport } from "./transport";

/** Laptops in one process. Nothing moves by itself: whoever made the network moves the frames. */
export interface MemoryNetwork extends Pick<MemoryWires, "deliver" | "setLoss" | "moved"> {
  /** One laptop's way into the network. It meets those that are in the same room. */
  readonly transport: (room?: string) => Transport;
  /** Closes what is between two laptops and keeps it closed; frames on the way are lost. */
  readonly cut: (one: Transport, other: Transport) => void;
  /** From now on, or no longer, what this laptop sends is lost on its way, while every connection stays. */
  readonly mute: (transport: Transport, muted: boolean) => void;
  readonly mend: (one: Transport, other: Transport) => void;
  /** Moves frames until none is on its way and nobody is working on one. */
  readonly settle: () => Promise<void>;
}

export interface MemoryNetworkOptions {
  /** Numbers in [0, 1) that decide which frame comes next and which is lost. */
  readonly random: () => number;
  /** Chance that a frame is lost. */
  readonly loss?: number;
  /** Frames of one connection may overtake each other. */
  readonly reorder?: boolean;
}

const pairKey = (one: number, other: number): string => [one, other].sort((a, b) => a - b).join("-");

export const memoryNetwork = (options: MemoryNetworkOptions): MemoryNetwork => {
  const wires = memoryWires(options);
  const stations: Station[] = [];
  const rooms: string[] = [];
  const plugged = new Map<string, { readonly plugs: readonly Plug[]; readonly wire: Wire }>();
  const severed = new Set<string>();
  const muted = new Set<number>();
  const from =
    (station: number, send: (frame: Uint8Array) => void) =>
    (frame: Uint8Array): void => {
      if (!muted.has(station)) send(frame);
    };

  const connect = (one: number, other: number): void => {
    const key = pairKey(one, other);
    const [here, there] = [stations[one], stations[other]];
    if (here === undefined || there === undefined || one === other) return;
    if (plugged.has(key) || severed.has(key) || !here.isUp() || !there.isUp()) return;
    if (rooms[one] !== rooms[other]) return;
    const wire = wires.open();
    const plugs = [here.plug(from(one, wire.toSecond)), there.plug(from(other, wire.toFirst))] as const;
    wire.listen(plugs[0].link.receive, plugs[1].link.receive);
    plugged.set(key, { plugs, wire });
    for (const plug of plugs) plug.start();
  };
  const disconnect = (one: number, other: number): void => {
    const key = pairKey(one, other);
    const pair = plugged.get(key);
    plugged.delete(key);
    pair?.wire.close();
    for (const plug of pair?.plugs ?? []) plug.pull();
  };
  const withEach = (act: (one: number, other: number) => void, index: number): void => {
    stations.forEach((_, other) => {
      act(index, other);
    });
  };
  const indexOf = (transport: Transport): number =>
    stations.findIndex((station) => station.transport === transport);
  const links = (): readonly Link[] =>
    [...plugged.values()].flatMap(({ plugs }) => plugs.map(({ link }) => link));

  return {
    deliver: wires.deliver,
    setLoss: wires.setLoss,
    moved: wires.moved,
    transport: (room = "") => {
      const index = stations.length;
      rooms.push(room);
      const station = newStation(
        () => withEach(connect, index),
        () => withEach(disconnect, index),
      );
      stations.push(station);
      return station.transport;
    },
    cut: (one, other) => {
      severed.add(pairKey(indexOf(one), indexOf(other)));
      disconnect(indexOf(one), indexOf(other));
    },
    mute: (transport, isMuted) => {
      if (isMuted) muted.add(indexOf(transport));
      else muted.delete(indexOf(transport));
    },
    mend: (one, other) => {
      severed.delete(pairKey(indexOf(one), indexOf(other)));
      connect(indexOf(one), indexOf(other));
    },
    settle: async () => {
      do {
        while (links().some((link) => link.isBusy())) await Promise.all(links().map((link) => link.idle()));
      } while (wires.deliver());
    },
  };
};
