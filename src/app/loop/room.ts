import type { Failure, RoomPeer, RoomState } from "../../bindings/services";
import type { PersonId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { Device } from "../../domain/loop/roster";
import { ok, type Result } from "../../domain/result";
import { type RoomDoor, toInvite } from "./room-door";

/** One laptop the transport is connected to, or on the way to. */
export interface Peer {
  /** Null until the other side said who it is. */
  readonly deviceId: string | null;
  readonly connected: boolean;
}

/** A connection to the room; `close` leaves it. */
export interface RoomLink {
  readonly peers: Live<readonly Peer[]>;
  readonly close: () => Promise<void>;
}

export type ConnectRoom = (signalingUrls: readonly string[]) => Promise<Result<RoomLink, Failure>>;

/** How long a laptop looks for the others before the room says that nobody is reachable. */
const patienceMs = 20_000;

export interface Room {
  readonly state: Live<RoomState>;
  readonly door: RoomDoor;
  readonly host: () => Promise<Result<void, Failure>>;
  readonly unhost: () => Promise<void>;
  readonly join: (signalingUrls: readonly string[]) => Promise<Result<void, Failure>>;
  readonly close: () => Promise<void>;
}

export interface RoomParts {
  readonly door: RoomDoor;
  readonly connect: ConnectRoom;
  readonly devices: () => readonly Device[];
}

const personOf = (devices: readonly Device[], deviceId: string | null): PersonId | null =>
  devices.find((device) => device.deviceId === deviceId)?.personId ?? null;

const toRoomPeer = (peer: Peer, devices: readonly Device[]): RoomPeer => ({
  deviceId: peer.deviceId ?? "",
  personId: personOf(devices, peer.deviceId),
  link: peer.connected ? "direct" : "connecting",
});

/** The panel's laptops as this one reaches them, and the door it may keep open for more. */
export const createRoom = ({ door, connect, devices }: RoomParts): Room => {
  let link: RoomLink | null = null;
  let lookedLongEnough = false;
  let undoPeers: (() => void) | null = null;
  let patience: ReturnType<typeof setTimeout> | null = null;

  const connection = (peers: readonly RoomPeer[]): RoomState["connection"] => {
    if (link === null) return "alone";
    if (peers.some((peer) => peer.link === "direct")) return "together";
    if (door.state.get().hosting !== null) return "alone";
    return lookedLongEnough ? "unreachable" : "connecting";
  };
  const now = (): RoomState => {
    const { hosting, lobby } = door.state.get();
    const known = devices();
    const peers = (link?.peers.get() ?? []).map((peer) => toRoomPeer(peer, known));
    return {
      connection: connection(peers),
      hosting: hosting !== null,
      invite: hosting === null ? null : toInvite(hosting),
      lobby,
      peers,
      problem: null,
    };
  };
  const state = liveCell<RoomState>(now());
  const show = (): void => state.set(now());
  const undoDoor = door.state.subscribe(show);

  const leave = async (): Promise<void> => {
    if (patience !== null) clearTimeout(patience);
    undoPeers?.();
    const left = link;
    link = null;
    await left?.close();
  };
  const enter = async (signalingUrls: readonly string[]): Promise<Result<void, Failure>> => {
    await leave();
    const connected = await connect(signalingUrls);
    if (!connected.ok) return connected;
    link = connected.value;
    undoPeers = link.peers.subscribe(show);
    lookedLongEnough = false;
    patience = setTimeout(() => {
      lookedLongEnough = true;
      show();
    }, patienceMs);
    show();
    return ok(undefined);
  };
  return {
    state,
    door,
    host: async () => {
      const opened = await door.open();
      return opened.ok ? enter([opened.value.signalingUrl]) : opened;
    },
    unhost: async () => {
      await door.shut();
      await leave();
      show();
    },
    join: enter,
    close: async () => {
      undoDoor();
      door.close();
      await leave();
    },
  };
};
