import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Hosting, Serving } from "../../../../electron/contract/lan";
import { createRoom } from "../../../../src/app/loop/room";
import type { DoorState, RoomDoor } from "../../../../src/app/loop/room-door";
import type { Failure } from "../../../../src/bindings/services";
import { deviceIdSchema, loopIdSchema } from "../../../../src/domain/ids";
import { type Live, liveCell } from "../../../../src/domain/live";
import { type LanAddress, parseAddress } from "../../../../src/domain/loop/lan-address";
import type { Device } from "../../../../src/domain/loop/roster";
import { err, ok, type Result } from "../../../../src/domain/result";
import { type FactsByDevice, noFacts } from "../../../../src/sync/gate/peer-facts";
import type { Holdings } from "../../../../src/sync/holdings";
import type { Room as SyncRoom } from "../../../../src/sync/room";
import type { TransportPeer } from "../../../../src/sync/transport/transport";
import { anId } from "../../../support/builders/ids";
import { personId } from "../../../support/builders/record";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";

const ben = aDevice("ben");
const benConnected: TransportPeer = { deviceId: deviceIdSchema.parse(ben.deviceId), link: "direct" };

const ownPlace: Serving = {
  port: 47_111,
  addresses: ["192.168.10.4:47111"],
  reach: "network",
  signalingUrl: "ws://127.0.0.1:47111/signal",
};
const hostingHere: Hosting = {
  ...ownPlace,
  loopId: anId(loopIdSchema, "loop"),
  invite: "invite",
  qrSvg: "<svg/>",
  typedCode: "192.168.10.4:47111/K7QX",
};
const address = (text: string): LanAddress => {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error("not an address");
  return parsed;
};
const doorsAt = (...texts: readonly string[]): FactsByDevice =>
  new Map([[benConnected.deviceId ?? deviceIdSchema.parse(""), { ...noFacts, doors: texts.map(address) }]]);

const aRoom = (meet: () => Promise<Result<void, Failure>> = async () => ok(undefined)) => {
  const doorState = liveCell<DoorState>({ hosting: null, lobby: [] });
  const peers = liveCell<readonly TransportPeer[]>([]);
  const devices = liveCell<readonly Device[]>([]);
  const trouble = liveCell<Failure | null>(null);
  let closed = 0;
  const place = liveCell<Serving | null>(null);
  const facts = liveCell<FactsByDevice>(new Map());
  const remembered: (readonly string[])[] = [];
  const said: (readonly LanAddress[])[] = [];
  const servers: Live<readonly string[]>[] = [];
  const sameLaptop: Live<readonly (readonly string[])[]>[] = [];
  const door = {
    state: doorState,
    place,
    open: async () => {
      place.set(ownPlace);
      doorState.set({ hosting: hostingHere, lobby: [] });
      return ok(hostingHere);
    },
    serve: async () => {
      place.set(ownPlace);
      return true;
    },
    close: () => (closed += 1),
    shut: async () => {
      place.set(null);
      doorState.set({ hosting: null, lobby: [] });
    },
  };
  const holdings = liveCell<Holdings>(new Map());
  const serverReached = liveCell(false);
  const sync = {
    peers,
    holdings,
    serverReached,
    facts,
    sayDoors: (doors: readonly LanAddress[]) => said.push(doors),
    leave: async () => peers.set([]),
  };
  const room = createRoom({
    door: door as unknown as RoomDoor,
    sync: sync as unknown as SyncRoom,
    ownDevice: deviceIdSchema.parse(aDevice("ana").deviceId),
    remember: (urls) => remembered.push(urls),
    meet: (_sync, given) => {
      servers.push(given.urls);
      sameLaptop.push(given.sameLaptop);
      return meet();
    },
    devices,
    elsewhere: liveCell([]),
    trouble,
  });
  return {
    room,
    peers,
    facts,
    holdings,
    serverReached,
    devices,
    trouble,
    remembered,
    said,
    servers,
    sameLaptop,
    doorClosed: () => closed,
  };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the room", () => {
  it("looks for the others, says after twenty seconds that nobody is reachable, and is together once they come", async () => {
    const { room, peers } = aRoom();
    expect(room.state.get().connection).toBe("alone");
    await room.join(["ws://here"]);
    expect(room.state.get().connection).toBe("connecting");
    vi.advanceTimersByTime(19_999);
    expect(room.state.get().connection).toBe("connecting");
    vi.advanceTimersByTime(1);
    expect(room.state.get().connection).toBe("unreachable");
    peers.set([benConnected]);
    expect(room.state.get().connection).toBe("together");
  });

  it("leaves with its own door only where nobody is connected and no other door is known", async () => {
    const { room, peers } = aRoom();
    await room.host();
    peers.set([benConnected]);
    await room.unhost();
    expect(room.state.get()).toMatchObject({ connection: "together", hosting: false });
    peers.set([]);
    await room.host();
    await room.unhost();
    expect(room.state.get()).toMatchObject({ connection: "alone", hosting: false });
  });

  it("opens a door of its own without meeting anew, and tells the others where it is", async () => {
    const { room, servers, said } = aRoom();
    await room.join(["ws://192.168.10.5:47111/signal"]);
    await room.host();
    expect(servers).toHaveLength(1);
    expect(servers[0]?.get()).toEqual([ownPlace.signalingUrl, "ws://192.168.10.5:47111/signal"]);
    expect(said.at(-1)).toEqual([address("192.168.10.4:47111")]);
    await room.unhost();
    expect(servers[0]?.get()).toEqual(["ws://192.168.10.5:47111/signal"]);
    expect(said.at(-1)).toEqual([]);
  });

  it("uses and remembers the doors of laptops it hears of, and keeps those that close for later", async () => {
    const { room, facts, servers, remembered } = aRoom();
    await room.join(["ws://192.168.10.5:47111/signal"]);
    facts.set(doorsAt("192.168.10.9:47112"));
    const both = ["ws://192.168.10.9:47112/signal", "ws://192.168.10.5:47111/signal"];
    expect(servers[0]?.get()).toEqual(both);
    expect(remembered.at(-1)).toEqual(both);
    facts.set(doorsAt());
    expect(servers[0]?.get()).toEqual(both);
    expect(remembered).toHaveLength(2);
  });

  it("knows which addresses lead to one laptop by its own word, and leaves apart what two name as theirs", async () => {
    const { room, facts, servers, sameLaptop } = aRoom();
    await room.join(["ws://192.168.10.9:47111/signal", "ws://192.168.10.5:47111/signal"]);
    facts.set(doorsAt("192.168.10.9:47111", "10.0.0.9:47111"));
    const bens = ["ws://192.168.10.9:47111/signal", "ws://10.0.0.9:47111/signal"];
    expect(sameLaptop[0]?.get()).toEqual([bens]);
    expect(servers[0]?.get()).toEqual([...bens, "ws://192.168.10.5:47111/signal"]);
    const cleo = deviceIdSchema.parse(aDevice("cleo").deviceId);
    const cleos = ["10.0.0.8", "10.0.0.9"].map(address);
    facts.set(new Map([...facts.get(), [cleo, { ...noFacts, doors: cleos }]]));
    expect(sameLaptop[0]?.get()).toEqual([]);
    expect(servers[0]?.get()).toHaveLength(4);
  });

  it("does not follow a colleague's word to this machine's own ports, unless the loop was met there", async () => {
    const there = aRoom();
    await there.room.join(["ws://192.168.10.5:47111/signal"]);
    there.facts.set(doorsAt("127.0.0.1:5432", "192.168.10.4:47111"));
    expect(there.servers[0]?.get()).toEqual([
      "ws://192.168.10.4:47111/signal",
      "ws://192.168.10.5:47111/signal",
    ]);
    const here = aRoom();
    await here.room.join(["ws://127.0.0.1:47111/signal"]);
    here.facts.set(doorsAt("127.0.0.1:47112"));
    expect(here.servers[0]?.get()).toContain("ws://127.0.0.1:47112/signal");
  });

  it("lets the others meet here once too few of them do, and not where two do", async () => {
    const alone = aRoom();
    await alone.room.join(["ws://192.168.10.5:47111/signal"]);
    alone.peers.set([benConnected]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(alone.said.at(-1)).toEqual([address("192.168.10.4:47111")]);
    expect(alone.room.state.get()).toMatchObject({ hosting: false, invite: null });

    const enough = aRoom();
    await enough.room.join(["ws://192.168.10.5:47111/signal"]);
    const cleo = deviceIdSchema.parse(aDevice("cleo").deviceId);
    enough.facts.set(
      new Map([...doorsAt("192.168.10.9:47111"), [cleo, { ...noFacts, doors: [address("192.168.10.8")] }]]),
    );
    enough.peers.set([benConnected, { deviceId: cleo, link: "direct" }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(enough.said).toEqual([]);
  });

  it("names the person of a laptop as soon as the roster does, also where the laptop was there first", () => {
    const { room, peers, devices } = aRoom();
    peers.set([benConnected]);
    expect(room.state.get().peers).toEqual([
      { deviceId: ben.deviceId, personId: null, link: "direct", holds: "unknown" },
    ]);
    devices.set([rosterDevice(ben, "ben")]);
    expect(room.state.get().peers.map((peer) => peer.personId)).toEqual([personId("ben")]);
  });

  it("says why it could not be joined, until it is", async () => {
    const answers: Result<void, Failure>[] = [err({ type: "noLoopSecret" }), ok(undefined)];
    const { room } = aRoom(async () => answers.shift() ?? ok(undefined));
    expect(await room.join(["ws://here"])).toMatchObject({ error: { type: "noLoopSecret" } });
    expect(room.state.get()).toMatchObject({ connection: "alone", problem: { type: "noLoopSecret" } });
    await room.join(["ws://here"]);
    expect(room.state.get()).toMatchObject({ connection: "connecting", problem: null });
  });

  it("says through whose laptop somebody is reached, and how much of what is here is durable there", async () => {
    const { room, peers, facts, holdings, devices } = aRoom();
    const via = "ws://192.168.10.8:47111/signal";
    await room.join([via]);
    const cleo = deviceIdSchema.parse(aDevice("cleo").deviceId);
    devices.set([rosterDevice(ben, "ben"), rosterDevice(aDevice("cleo"), "cleo")]);
    peers.set([{ deviceId: benConnected.deviceId, link: "relayed", via }]);
    const reached = { deviceId: ben.deviceId, personId: personId("ben"), link: "relayed" };
    expect(room.state.get().connection).toBe("together");
    expect(room.state.get().peers).toEqual([{ ...reached, via: null, holds: "unknown" }]);
    facts.set(new Map([[cleo, { ...noFacts, doors: [address("192.168.10.8:47111")] }]]));
    holdings.set(new Map([[deviceIdSchema.parse(ben.deviceId), { holds: "all", lacks: 0 }]]));
    expect(room.state.get().peers).toEqual([{ ...reached, via: personId("cleo"), holds: "all" }]);
    holdings.set(new Map([[deviceIdSchema.parse(ben.deviceId), { holds: "some", lacks: 14 }]]));
    expect(room.state.get().peers).toMatchObject([{ holds: "some", lacks: 14 }]);
  });

  it("says which places were tried where nobody is reached, and looks as long again after losing everybody", async () => {
    const { room, peers, serverReached } = aRoom();
    await room.join(["ws://192.168.10.5:47111/signal"]);
    vi.advanceTimersByTime(20_000);
    const tried = { type: "nobodyReachable", tried: ["192.168.10.5:47111"], seconds: 20 };
    expect(room.state.get().problem).toEqual({ ...tried, serverReached: false });
    serverReached.set(true);
    expect(room.state.get().problem).toEqual({ ...tried, serverReached: true });
    peers.set([benConnected]);
    expect(room.state.get().problem).toBeNull();
    peers.set([]);
    expect(room.state.get()).toMatchObject({ connection: "connecting", problem: null });
    vi.advanceTimersByTime(20_000);
    expect(room.state.get().connection).toBe("unreachable");
  });

  it("says what this laptop cannot do for the loop", () => {
    const { room, trouble } = aRoom();
    trouble.set({ type: "diskFull" });
    expect(room.state.get().problem).toEqual({ type: "diskFull" });
  });

  it("once closed waits for nobody, shows nothing and joins nobody", async () => {
    let met = 0;
    const { room, peers, doorClosed } = aRoom(async () => {
      met += 1;
      return ok(undefined);
    });
    await room.join(["ws://here"]);
    await room.close();
    expect(vi.getTimerCount()).toBe(0);
    expect(doorClosed()).toBe(1);
    const last = room.state.get();
    peers.set([benConnected]);
    expect(room.state.get()).toBe(last);
    expect((await room.join(["ws://there"])).ok).toBe(false);
    expect(met).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
