import type { Failure, LobbyRequest, RoomState } from "../../bindings/services";
import type { DeviceId } from "../../domain/ids";
import { inTurn } from "../../domain/in-turn";
import { type Live, liveCell } from "../../domain/live";
import type { Device } from "../../domain/loop/roster";
import { err, ok, type Result } from "../../domain/result";
import type { Room as SyncRoom } from "../../sync/room";
import type { RoomDoor } from "./room-door";
import { roomStateOf } from "./room-state";
import { newSearch } from "./search";
import { createServerBook, doorsOf, type ServerBook } from "./server-book";
import { keepSpareDoor } from "./spare-door";

/** Joins the loop's document to whoever is found through these signaling servers, which may change meanwhile. */
export type Meet = (
  sync: SyncRoom,
  servers: Pick<ServerBook, "urls" | "sameLaptop">,
) => Promise<Result<void, Failure>>;

/** The room as the screens know it: who is reached, and the door this laptop may keep open. */
export interface Room {
  readonly state: Live<RoomState>;
  readonly host: () => Promise<Result<void, Failure>>;
  readonly unhost: () => Promise<void>;
  /** Meets the others through these servers and those known before, after leaving whoever was met. */
  readonly join: (signalingUrls: readonly string[]) => Promise<Result<void, Failure>>;
  /** The same, for a laptop that was let in again after it had quit. */
  readonly comeBack: (signalingUrls: readonly string[]) => Promise<Result<void, Failure>>;
  /** Goes over to the room of the newest secret, also with the door this laptop keeps open. */
  readonly moveOn: () => Promise<Result<void, Failure>>;
  /** Leaves and shuts the door, for good: this laptop has no room any more. */
  readonly quit: () => Promise<void>;
  /** Signaling servers through which the others may be reached. */
  readonly servers: Live<readonly string[]>;
  /** The network changed or the machine woke up. */
  readonly hurry: () => void;
  /** Shows nothing any more and joins nobody; resolves when no joining is under way. */
  readonly close: () => Promise<void>;
}

export interface RoomParts {
  readonly door: RoomDoor;
  readonly sync: SyncRoom;
  readonly ownDevice: DeviceId;
  /** Keeps on this laptop where the others were reached. */
  readonly remember: (signalingUrls: readonly string[]) => void;
  readonly meet: Meet;
  readonly devices: Live<readonly Device[]>;
  /** Who waits at the doors of others and may be let in here. */
  readonly elsewhere: Live<readonly LobbyRequest[]>;
  /** What this laptop cannot do for the loop, worded by the room screen. */
  readonly trouble: Live<Failure | null>;
}

const lostEverybody = (peers: SyncRoom["peers"], act: () => void): (() => void) => {
  let before = peers.get().length;
  return peers.subscribe(() => {
    const now = peers.get().length;
    if (now === 0 && before > 0) act();
    before = now;
  });
};

export const createRoom = (parts: RoomParts): Room => {
  const { door, sync, meet, devices, trouble, ownDevice } = parts;
  const turns = inTurn();
  const search = newSearch();
  const book = createServerBook({ own: door.place, facts: sync.facts, remember: parts.remember });
  const notJoined = liveCell<Failure | null>(null);
  let closed = false;
  let gone = false;

  const now = (): RoomState =>
    roomStateOf({
      looking: search.state.get(),
      door: door.state.get(),
      elsewhere: parts.elsewhere.get(),
      peers: sync.peers.get(),
      devices: devices.get(),
      ownDevice,
      said: sync.facts.get(),
      holdings: sync.holdings.get(),
      urls: book.urls.get(),
      ownUrl: door.place.get()?.signalingUrl ?? null,
      serverReached: sync.serverReached.get(),
      trouble: trouble.get() ?? notJoined.get(),
    });
  const state = liveCell<RoomState>(now());
  const sources = [
    search.state,
    door.state,
    parts.elsewhere,
    door.place,
    sync.peers,
    sync.facts,
    sync.holdings,
    sync.serverReached,
    book.urls,
    devices,
    trouble,
    notJoined,
  ];
  const undos = [
    ...sources.map((source) => source.subscribe(() => state.set(now()))),
    // Whoever loses everybody looks for as long as one who has just come.
    lostEverybody(sync.peers, () => search.state.get() === "no" || search.begin()),
    door.place.subscribe(() => sync.sayDoors(doorsOf(door.place.get()))),
    keepSpareDoor({
      ownDevice,
      peers: sync.peers,
      facts: sync.facts,
      isOpen: () => door.place.get() !== null,
      open: door.serve,
    }),
  ];

  let met = false;
  const meetThem = async (): Promise<Result<void, Failure>> => {
    if (closed) return err({ type: "closed" });
    if (gone) return err({ type: "removed" });
    const meeting = await meet(sync, book);
    met = meeting.ok;
    if (met) search.begin();
    notJoined.set(meeting.ok ? null : meeting.error);
    return meeting;
  };
  const quit = async (): Promise<void> => {
    gone = true;
    await door.shut();
    met = false;
    await sync.leave();
    search.stop();
  };
  const leave = async (): Promise<void> => {
    await door.shut();
    // Whoever is connected stays so; only a laptop without anybody has nothing left to look for.
    if (sync.peers.get().length > 0 || book.urls.get().length > 0) return;
    met = false;
    await sync.leave();
    search.stop();
  };
  const join: Room["join"] = (signalingUrls) =>
    turns.run(() => {
      book.add(signalingUrls);
      return meetThem();
    });
  return {
    state,
    host: async () => {
      if (gone) return err({ type: "removed" });
      const opened = await door.open();
      if (!opened.ok) return opened;
      // In a room already, the new door is one more of its servers.
      return turns.run(async () => (met ? ok(undefined) : meetThem()));
    },
    unhost: () => turns.run(leave),
    join,
    comeBack: (signalingUrls) => {
      gone = false;
      return join(signalingUrls);
    },
    moveOn: () =>
      turns.run(async () => {
        // The door first: whoever comes to the new room finds it known there.
        await door.renew();
        return met ? meetThem() : ok(undefined);
      }),
    quit: () => turns.run(quit),
    servers: book.urls,
    hurry: () => {
      sync.hurry();
      void door.renew();
    },
    close: async () => {
      closed = true;
      for (const undo of undos) undo();
      book.close();
      door.close();
      search.end();
      await turns.idle();
    },
  };
};

/** Nothing to join through is no failure: the laptop is alone until somebody opens a door. */
export const joinIfKnown = (room: Room, signalingUrls: readonly string[]): Promise<Result<void, Failure>> =>
  signalingUrls.length === 0 ? Promise.resolve(ok(undefined)) : room.join(signalingUrls);
