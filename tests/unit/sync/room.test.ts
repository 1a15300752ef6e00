import { afterEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { hashSchema } from "../../../src/domain/ids";
import { err } from "../../../src/domain/result";
import { memoryPersistence } from "../../../src/sync/persistence/memory-persistence";
import { openRoom } from "../../../src/sync/room";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { aHash } from "../../support/builders/ids";
import { seededRandom } from "../../support/seeded-random";
import { aDevice } from "../../support/sync/keys";
import type { TestRoom } from "../../support/sync/rooms";
import { aRoom, theLoop } from "../../support/sync/rooms";

const open: TestRoom[] = [];
afterEach(async () => {
  for (const room of open.splice(0)) await room.close();
});
const opened = async (...given: Parameters<typeof aRoom>): Promise<TestRoom> => {
  const room = await aRoom(...given);
  open.push(room);
  return room;
};
const newNetwork = () => memoryNetwork({ random: seededRandom(8).next });

describe("a room", () => {
  it("does not open where the loop's log cannot be loaded", async () => {
    const persistence = { ...memoryPersistence(), load: async () => err({ type: "noKey" }) };
    const room = await openRoom({ loopId: theLoop, deviceId: aDevice(1), doc: new Y.Doc(), persistence });
    expect(room).toEqual({ ok: false, error: { type: "noKey" } });
  });

  it("is usable alone, with nobody and no transport", async () => {
    const room = await opened(1, newNetwork().transport());
    room.loop.setDiscussion("care", "alone");
    expect(await room.disk.saved()).toEqual({ ok: true, value: undefined });
    expect([room.peers.get(), room.serverReached.get()]).toEqual([[], false]);
  });

  it("shows who is there and whether the server is reached, and nobody once it left", async () => {
    const network = newNetwork();
    const [one, other] = [await opened(1, network.transport()), await opened(2, network.transport())];
    const heard: number[] = [];
    const stop = one.peers.subscribe(() => heard.push(one.peers.get().length));
    await one.meet();
    await other.meet();
    other.loop.setDiscussion("care", "x");
    await network.settle();
    expect(one.peers.get()).toEqual([{ deviceId: aDevice(2), link: "direct" }]);
    expect(one.serverReached.get()).toBe(true);
    await one.leave();
    expect([one.peers.get(), one.serverReached.get()]).toEqual([[], false]);
    expect(heard.at(-1)).toBe(0);
    stop();
  });

  it("leaves those it met before when it joins with the key of a new generation", async () => {
    const network = newNetwork();
    const [stays, removed] = [await opened(1, network.transport()), await opened(2, network.transport())];
    await stays.meet(1);
    await removed.meet(1);
    await network.settle();
    await stays.meet(2);
    stays.loop.setDiscussion("care", "not for you");
    await network.settle();
    expect(removed.loop.discussion("care")).toBe("");
  });

  it("compares notes every three seconds until it is closed", async () => {
    const timers = new Map<() => void, number>();
    const every = (milliseconds: number, act: () => void) => {
      timers.set(act, milliseconds);
      return () => void timers.delete(act);
    };
    const room = await opened(1, newNetwork().transport(), { every });
    expect([...timers]).toEqual([[room.compareNotes, 3_000]]);
    await room.close();
    expect(timers.size).toBe(0);
  });

  it("puts back an entry that this laptop keeps and the document lacks", async () => {
    const vanished: string[] = [];
    const room = await opened(1, newNetwork().transport(), { onVanished: ({ hash }) => vanished.push(hash) });
    const hash = aHash(hashSchema, "card");
    room.keepEntry(hash, Uint8Array.from([1, 2]));
    expect(room.loop.entry(hash)).toEqual(Uint8Array.from([1, 2]));
    expect(vanished).toEqual([hash]);
  });

  it("does not count as behind for a state that it refuses, and takes what comes from others", async () => {
    const network = newNetwork();
    const doc = new Y.Doc();
    doc.getMap("no part of a loop").set("key", 1);
    const [mine, honest] = [await opened(1, network.transport()), await opened(3, network.transport())];
    const changed = await opened(2, network.transport(), { doc });
    honest.loop.setDiscussion("care", "after each other");
    await changed.meet();
    await mine.meet();
    await vi.waitFor(async () => {
      await network.settle();
      const said = mine.facts.get().get(aDevice(2))?.held;
      expect(said?.vector).toEqual(Y.encodeStateVector(doc));
    });
    expect(mine.behind.get()).toBe(false);
    mine.insistOnCatchingUp();
    expect(mine.behind.get()).toBe(false);
    await honest.meet();
    await network.settle();
    expect(mine.loop.discussion("care")).toBe("after each other");
  });

  it("may be closed twice", async () => {
    const room = await opened(1, newNetwork().transport());
    await room.close();
    await room.close();
  });
});
