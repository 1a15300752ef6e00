import { afterEach, describe, expect, it } from "vitest";
import { aServer, enterRoom, type TestServer } from "../../support/lan/signaling";
import { eventually, type WireClient, wireClient } from "../../support/lan/wire-client";

/** Two laptops that reach the host and not each other hand it pieces of sealed frames, each for one of the others. */
let host: TestServer;
afterEach(async () => {
  expect(host.bugs).toEqual([]);
  await host.server.stop();
});

const named = async (name: string, topic = "room"): Promise<WireClient> => {
  const client = await wireClient(host.url);
  await enterRoom(client, topic);
  client.say({ type: "here", topic, name });
  return client;
};
const pass = (to: string, data = "cGllY2U=", topic = "room") => ({ type: "pass", topic, to, data });
const isOf = (type: string) => (message: unknown) =>
  typeof message === "object" && message !== null && "type" in message && message.type === type;
const heardBy = (client: WireClient, type: string): readonly unknown[] => client.received.filter(isOf(type));

describe("a host's server between two laptops of one topic", () => {
  it("hands a piece to the laptop it is for, says from whom it is, and to nobody else", async () => {
    host = await aServer();
    const [ana, ben, cleo] = [await named("ana"), await named("ben"), await named("cleo")];
    await enterRoom(cleo, "room");
    ana.say(pass("ben"));
    expect(await ben.until(isOf("passed"))).toEqual({
      type: "passed",
      topic: "room",
      from: "ana",
      data: "cGllY2U=",
    });
    await enterRoom(cleo, "room");
    expect(heardBy(cleo, "passed")).toEqual([]);
    expect(heardBy(ana, "passed")).toEqual([]);
    expect(host.server.stats().passed).toBe(1);
  });

  it("says that a laptop is not here, also where it is in another topic or has just left", async () => {
    host = await aServer();
    const [ana, ben] = [await named("ana"), await named("ben", "other")];
    ana.say(pass("ben"));
    expect(await ana.until(isOf("notHere"))).toEqual({ type: "notHere", topic: "room", to: "ben" });
    const cleo = await named("cleo");
    await enterRoom(cleo, "room");
    cleo.socket.close();
    await eventually(() => host.server.stats().sockets === 2);
    ana.say(pass("cleo"));
    await ana.until(
      (message) => JSON.stringify(message) === JSON.stringify({ type: "notHere", topic: "room", to: "cleo" }),
    );
    expect(heardBy(ben, "passed")).toEqual([]);
  });

  it("takes nothing from a laptop without a name, and gives nobody another's name", async () => {
    host = await aServer();
    const [ana, ben] = [await named("ana"), await named("ben")];
    await enterRoom(ben, "room");
    const thief = await named("ben");
    await thief.until(isOf("taken"));
    thief.say(pass("ana"));
    await thief.until(isOf("notHere"));
    ana.say(pass("ben"));
    await ben.until(isOf("passed"));
    expect(heardBy(thief, "passed")).toEqual([]);
    expect(heardBy(ana, "passed")).toEqual([]);
  });

  it("registers nobody in a topic that it does not relay", async () => {
    host = await aServer();
    const [ana, stranger] = [await named("ana"), await wireClient(host.url)];
    await enterRoom(stranger, "unknown");
    stranger.say({ type: "here", topic: "unknown", name: "x" });
    stranger.say({ type: "here", topic: "room", name: "y" });
    stranger.say(pass("ana"));
    await stranger.until(isOf("notHere"));
    expect(heardBy(ana, "passed")).toEqual([]);
  });

  it("reads a laptop more slowly that sends more than the rate allows, and loses nothing of it", async () => {
    host = await aServer({ passRate: { burst: 5, perSecond: 40 } });
    const [ana, ben] = [await named("ana"), await named("ben")];
    await enterRoom(ben, "room");
    const started = performance.now();
    for (let index = 0; index < 60; index += 1) ana.say(pass("ben", "A".repeat(48 * 1024)));
    await eventually(() => heardBy(ben, "passed").length === 60);
    expect(performance.now() - started).toBeGreaterThan(300);
    expect(host.server.stats().sockets).toBe(2);
  });

  it("closes a laptop that sends a piece longer than any may be", async () => {
    host = await aServer();
    const ana = await named("ana");
    ana.say(pass("ben", "A".repeat(97 * 1024)));
    await eventually(() => host.server.stats().sockets === 0);
  });
});
