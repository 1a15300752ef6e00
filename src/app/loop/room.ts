import type { Failure, RoomPeer, RoomState } from "../../bindings/services";
import type { PersonId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { Device } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import type { Room as SyncRoom } from "../../sync/room";
import type { TransportPeer } from "../../sync/transport/transport";
import { inTurn } from "./in-turn";
import { type RoomDoor, toInvite } from "./room-door";

/** Joins the loop's document to whoever is found through these signaling servers. */
export type Meet = (sync: SyncRoom, signalingUrls: readonly string[]) => Promise<Result<void, Failure>>;

/** How long a laptop looks for the others before the room says that nobody is reachable. */
const patienceMs = 20_000;

/** The room as the screens know it: who is reached, and the door this laptop may keep open. */
export interface Room {
  readonly state: Live<RoomState>;
  readonly host: () => Promise<Result<void, Failure>>;
  readonly unhost: () => Promise<void>;
  readonly join: (signalingUrls: readonly string[]) => Promise<Result<void, Failure>>;
  /** Shows nothing any more and joins nobody; resolves when no joining is under way. */
  readonly close: () => Promise<void>;
}

export interface RoomParts {
  readonly door: RoomDoor;
  readonly sync: SyncRoom;
  readonly meet: Meet;
  readonly devices: Live<readonly Device[]>;
  /** What this laptop cannot do for the loop, worded by the room screen. */
  readonly trouble: Live<Failure | null>;
}

const toRoomPeer = (peer: TransportPeer, devices: readonly Device[]): RoomPeer => {
  const personId: PersonId | null =
    devices.find((device) => device.deviceId === peer.deviceId)?.personId ?? null;
  return { deviceId: peer.deviceId ?? "", personId, link: peer.link === "direct" ? "direct" : "connecting" };
};

export const createRoom = ({ door, sync, meet, devices, trouble }: RoomParts): Room => {
  const turns = inTurn();
  const undos: (() => void)[] = [];
  let looking: "no" | "yes" | "forLong" = "no";
  let patience: ReturnType<typeof setTimeout> | null = null;
  let notJoined: Failure | null = null;
  let closed = false;

  const connection = (peers: readonly RoomPeer[]): RoomState["connection"] => {
    if (looking === "no") return "alone";
    if (peers.some((peer) => peer.link === "direct")) return "together";
    if (door.state.get().hosting !== null) return "alone";
    return looking === "forLong" ? "unreachable" : "connecting";
  };
  const problem = (): Failure | null => {
    const noNetwork = door.state.get().hosting?.reach === "thisLaptop";
    return trouble.get() ?? notJoined ?? (noNetwork ? { type: "noNetwork" } : null);
  };
  const now = (): RoomState => {
    const { hosting, lobby } = door.state.get();
    const known = devices.get();
    const peers = sync.peers.get().map((peer) => toRoomPeer(peer, known));
    return {
      connection: connection(peers),
      hosting: hosting !== null,
      invite: hosting === null ? null : toInvite(hosting),
      lobby,
      peers,
      problem: problem(),
    };
  };
  const state = liveCell<RoomState>(now());
  const show = (): void => state.set(now());
  undos.push(...[door.state, sync.peers, devices, trouble].map((source) => source.subscribe(show)));

  const look = (how: typeof looking): void => {
    if (patience !== null) clearTimeout(patience);
    looking = how;
    patience = how === "yes" && !closed ? setTimeout(() => look("forLong"), patienceMs) : null;
    show();
  };
  const meetThem = async (signalingUrls: readonly string[]): Promise<Result<void, Failure>> => {
    if (closed) return err({ type: "closed" });
    const met = await meet(sync, signalingUrls);
    notJoined = met.ok ? null : met.error;
    look(met.ok ? "yes" : looking);
    return met;
  };
  const join: Room["join"] = (signalingUrls) => turns.run(() => meetThem(signalingUrls));
  return {
    state,
    host: async () => {
      const opened = await door.open();
      return opened.ok ? join([opened.value.signalingUrl]) : opened;
    },
    unhost: () =>
      turns.run(async () => {
        await door.shut();
        await sync.leave();
        look("no");
      }),
    join,
    close: async () => {
      closed = true;
      for (const undo of undos) undo();
      door.close();
      await turns.idle();
      if (patience !== null) clearTimeout(patience);
    },
  };
};

/** Nothing to join through is no failure: the laptop is alone until somebody opens a door. */
export const joinIfKnown = (room: Room, signalingUrls: readonly string[]): Promise<Result<void, Failure>> =>
  signalingUrls.length === 0 ? Promise.resolve(ok(undefined)) : room.join(signalingUrls);
