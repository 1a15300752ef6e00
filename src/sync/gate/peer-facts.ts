import type { DeviceId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { LanAddress } from "../../domain/loop/lan-address";
import type { DoorNews } from "../../domain/loop/lobby/passed-on";
import type { StateDigest } from "../state-digest";

/** What a laptop says of itself to whoever it is connected to. A claim of somebody who holds the transport key. */
export interface PeerFacts {
  /** Where it lets laptops meet; empty where it does not. */
  readonly doors: readonly LanAddress[];
  /** The state of the document that is durable on it; null until it said so. */
  readonly held: StateDigest | null;
  /** Who waits at its door, and whom it turned away at others'. */
  readonly doorNews: DoorNews;
}

export const noDoorNews: DoorNews = { knocks: [], turnedAway: [] };
export const noFacts: PeerFacts = { doors: [], held: null, doorNews: noDoorNews };

export type FactsByDevice = ReadonlyMap<DeviceId, PeerFacts>;

/** What was heard of laptops since the document was opened, also of those that have left. */
export interface PeerFactBook {
  readonly live: Live<FactsByDevice>;
  readonly learn: (deviceId: DeviceId, facts: Partial<PeerFacts>) => void;
}

/** More than any panel has; a member that makes names up displaces what was heard first. */
const mostDevices = 64;

export const newPeerFactBook = (): PeerFactBook => {
  const live = liveCell<FactsByDevice>(new Map());
  return {
    live,
    learn: (deviceId, facts) => {
      const known = new Map(live.get());
      const before = known.get(deviceId) ?? noFacts;
      known.delete(deviceId);
      known.set(deviceId, { ...before, ...facts });
      const [oldest] = known.keys();
      if (known.size > mostDevices && oldest !== undefined) known.delete(oldest);
      live.set(known);
    },
  };
};
