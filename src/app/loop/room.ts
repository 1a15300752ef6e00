import type { Failure, RoomState } from "../../bindings/services";
import { type Live, liveCell } from "../../domain/live";
import type { Device } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import type { Room as SyncRoom } from "../../sync/room";
import { inTurn } from "./in-turn";
import type { RoomDoor } from "./room-door";
import { roomStateOf } from "./room-state";
import { newSearch } from "./search";

/** Joins the loop's document to whoever is found through these signaling servers. */
export type Meet = (sync: SyncRoom, signalingUrls: readonly string[]) => Promise<Result<void, Failure>>;

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

export const createRoom = ({ door, sync, meet, devices, trouble }: RoomParts): Room => {
  const turns = inTurn();
  const search = newSearch();
  const notJoined = liveCell<Failure | null>(null);
  let closed = false;

  const now = (): RoomState =>
    roomStateOf({
      looking: search.state.get(),
      door: door.state.get(),
      peers: sync.peers.get(),
      devices: devices.get(),
      trouble: trouble.get() ?? notJoined.get(),
    });
  const state = liveCell<RoomState>(now());
  const sources = [search.state, door.state, sync.peers, devices, trouble, notJoined];
  const undos = sources.map((source) => source.subscribe(() => state.set(now())));

  const meetThem = async (signalingUrls: readonly string[]): Promise<Result<void, Failure>> => {
    if (closed) return err({ type: "closed" });
    const met = await meet(sync, signalingUrls);
    if (met.ok) search.begin();
    notJoined.set(met.ok ? null : met.error);
    return met;
  };
  const leave = async (): Promise<void> => {
    await door.shut();
    await sync.leave();
    search.stop();
  };
  const join: Room["join"] = (signalingUrls) => turns.run(() => meetThem(signalingUrls));
  return {
    state,
    host: async () => {
      const opened = await door.open();
      return opened.ok ? join([opened.value.signalingUrl]) : opened;
    },
    unhost: () => turns.run(leave),
    join,
    close: async () => {
      closed = true;
      for (const undo of undos) undo();
      door.close();
      search.end();
      await turns.idle();
    },
  };
};

/** Nothing to join through is no failure: the laptop is alone until somebody opens a door. */
export const joinIfKnown = (room: Room, signalingUrls: readonly string[]): Promise<Result<void, Failure>> =>
  signalingUrls.length === 0 ? Promise.resolve(ok(undefined)) : room.join(signalingUrls);
