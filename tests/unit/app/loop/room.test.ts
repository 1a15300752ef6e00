import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRoom } from "../../../../src/app/loop/room";
import type { DoorState, RoomDoor } from "../../../../src/app/loop/room-door";
import type { Failure } from "../../../../src/bindings/services";
import { deviceIdSchema } from "../../../../src/domain/ids";
import { liveCell } from "../../../../src/domain/live";
import type { Device } from "../../../../src/domain/loop/roster";
import { err, ok, type Result } from "../../../../src/domain/result";
import type { Room as SyncRoom } from "../../../../src/sync/room";
import type { TransportPeer } from "../../../../src/sync/transport/transport";
import { personId } from "../../../support/builders/record";
import { aDevice, rosterDevice } from "../../../support/sealing/devices";

const ben = aDevice("ben");
const benConnected: TransportPeer = { deviceId: deviceIdSchema.parse(ben.deviceId), link: "direct" };

const aRoom = (meet: () => Promise<Result<void, Failure>> = async () => ok(undefined)) => {
  const doorState = liveCell<DoorState>({ hosting: null, lobby: [] });
  const peers = liveCell<readonly TransportPeer[]>([]);
  const devices = liveCell<readonly Device[]>([]);
  const trouble = liveCell<Failure | null>(null);
  let closed = 0;
  const door = { state: doorState, close: () => (closed += 1), shut: async () => undefined };
  const sync = { peers, leave: async () => peers.set([]) };
  const room = createRoom({
    door: door as unknown as RoomDoor,
    sync: sync as unknown as SyncRoom,
    meet,
    devices,
    trouble,
  });
  return { room, peers, devices, trouble, doorClosed: () => closed };
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
    await room.unhost();
    expect(room.state.get().connection).toBe("alone");
  });

  it("names the person of a laptop as soon as the roster does, also where the laptop was there first", () => {
    const { room, peers, devices } = aRoom();
    peers.set([benConnected]);
    expect(room.state.get().peers).toEqual([{ deviceId: ben.deviceId, personId: null, link: "direct" }]);
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
