import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, it } from "vitest";
import { startSignalingServer } from "../../../electron/main/lan/signaling-server";
import { aPair, aServer, enterRoom, exchange, type TestServer } from "../../support/lan/signaling";
import { appOrigin, eventually, isListening, rawSocket, wireClient } from "../../support/lan/wire-client";

const running: TestServer[] = [];
const start = async (...input: Parameters<typeof aServer>) => {
  const server = await aServer(...input);
  running.push(server);
  return server;
};

afterEach(async () => {
  for (const { server, bugs } of running.splice(0)) {
    await server.stop();
    expect(bugs).toEqual([]);
  }
});

const statusOf = (url: string, origin: string | null) =>
  wireClient(url, origin).then(
    () => "open",
    (error: Error) => error.message,
  );

describe("the signaling server", () => {
  it("passes a publication to every subscriber, its author too, with their number", async () => {
    const { url } = await start();
    const [one, two] = await aPair(url);
    const heard = await exchange(one, two);
    expect(heard).toMatchObject({ type: "publish", topic: "room", clients: 2 });
    await one.until((message) => JSON.stringify(message) === JSON.stringify(heard));
  });

  it("hands payloads on that are objects, as y-webrtc sends without a password", async () => {
    const { url } = await start();
    const [one, two] = await aPair(url);
    one.say({ type: "publish", topic: "room", data: { type: "announce", from: "peer-1" } });
    expect(await two.until((message) => JSON.stringify(message).includes("announce"))).toEqual({
      type: "publish",
      topic: "room",
      data: { type: "announce", from: "peer-1" },
      clients: 2,
    });
  });

  it("answers a ping with a pong", async () => {
    const { url } = await start();
    const client = await wireClient(url);
    client.say({ type: "ping" });
    expect(await client.until(() => true)).toEqual({ type: "pong" });
  });

  it("keeps rooms apart and stops passing on after unsubscribing", async () => {
    const { url } = await start();
    const [one, two] = await aPair(url);
    const other = await wireClient(url);
    await enterRoom(other, "other");
    two.say({ type: "unsubscribe", topics: ["room"] });
    two.say({ type: "subscribe", topics: ["other"] });
    await exchange(other, two, "other");
    await exchange(one, one);
    expect(JSON.stringify([...two.received, ...other.received])).not.toContain('"topic":"room"');
  });

  it("refuses topics nobody registered, says so, and passes nothing on them", async () => {
    const { url, server } = await start();
    const client = await wireClient(url);
    client.say({ type: "subscribe", topics: ["room", "stranger"] });
    expect(await client.until(() => true)).toEqual({ type: "unknownTopics", topics: ["stranger"] });
    client.say({ type: "publish", topic: "stranger", data: "x" });
    await exchange(client, client);
    expect(JSON.stringify(client.received)).not.toContain('"topic":"stranger"');
    expect(server.stats()).toMatchObject({ topics: 1, relayed: 1, refused: 2 });
  });

  it("does not pass on what somebody outside the room publishes", async () => {
    const { url, server } = await start();
    const [one] = await aPair(url);
    const outside = await wireClient(url);
    await enterRoom(outside, "other");
    outside.say({ type: "publish", topic: "room", data: "intruder" });
    await exchange(outside, outside, "other");
    await exchange(one, one);
    expect(JSON.stringify(one.received)).not.toContain("intruder");
    expect(server.stats().refused).toBe(1);
  });

  it("makes a laptop connect again when a topic it had asked for becomes known", async () => {
    const { url, server } = await start();
    const [one, two] = await aPair(url);
    two.say({ type: "subscribe", topics: ["later"] });
    await two.until((message) => JSON.stringify(message).includes("unknownTopics"));
    server.setTopics(["room", "later"]);
    expect(await two.closed).toBe(1012);
    const again = await wireClient(url);
    await enterRoom(again, "later");
    await exchange(again, again, "later");
    await exchange(one, one);
  });

  it("stops relaying a topic that is no longer registered", async () => {
    const { url, server } = await start();
    const [one, two] = await aPair(url);
    server.setTopics(["other"]);
    one.say({ type: "publish", topic: "room", data: "late" });
    await enterRoom(one, "other");
    await enterRoom(two, "other");
    await exchange(one, two, "other");
    expect(JSON.stringify(two.received)).not.toContain("late");
    expect(server.stats().topics).toBe(1);
  });

  it("forgets a laptop that was cut off without a goodbye", async () => {
    const { url, server } = await start();
    const [one, two] = await aPair(url);
    two.socket.terminate();
    await eventually(() => server.stats().sockets === 1);
    expect(await exchange(one, one)).toMatchObject({ clients: 1 });
  });
});

describe("who may connect", () => {
  it("is a window of the app on /signal, and no web page", async () => {
    const { url } = await start();
    expect(await statusOf(url, appOrigin)).toBe("open");
    expect(await statusOf(url, "https://evil.example")).toBe("Unexpected server response: 403");
    expect(await statusOf(url, "null")).toBe("Unexpected server response: 403");
    expect(await statusOf(url, null)).toBe("Unexpected server response: 403");
  });

  it("is a program without an origin on /lobby, and no web page", async () => {
    const { url } = await start({}, { onLobby: (socket) => socket.send("hello") });
    const lobby = url.replace("/signal", "/lobby");
    expect(await statusOf(lobby, null)).toBe("open");
    expect(await statusOf(lobby, "https://evil.example")).toBe("Unexpected server response: 403");
    expect(await statusOf(lobby, appOrigin)).toBe("Unexpected server response: 403");
  });

  it("finds nothing on other paths, and no lobby where there is none", async () => {
    const { url } = await start();
    for (const path of ["/", "/lobby", "/signal/x", "/%00"]) {
      expect(await statusOf(url.replace("/signal", path), appOrigin)).toBe("Unexpected server response: 404");
    }
  });

  it("is told in plain HTTP that this is no web site", async () => {
    const { server } = await start();
    const response = await fetch(`http://127.0.0.1:${server.port}/`);
    expect(response.status).toBe(426);
  });
});

describe("the port", () => {
  const options = (port: number, ports: number) => ({
    port,
    ports,
    hosts: ["127.0.0.1"],
    knownTopics: [],
    origins: [],
    onLobby: null,
    report: () => undefined,
  });

  it("is the next one where another program has the first", async () => {
    const { server } = await start();
    const next = await startSignalingServer(options(server.port, 20));
    if (!next.ok) throw new Error(next.error.type);
    expect(next.value.port).toBeGreaterThan(server.port);
    expect(next.value.port).toBeLessThan(server.port + 20);
    await next.value.stop();
  });

  it("is refused with a reason where all are taken", async () => {
    const { server } = await start();
    expect(await startSignalingServer(options(server.port, 1))).toEqual({
      ok: false,
      error: { type: "portTaken", port: server.port, last: server.port },
    });
  });

  it("is refused with a reason where the address is not ours", async () => {
    const result = await startSignalingServer({ ...options(0, 1), hosts: ["203.0.113.7"] });
    expect(result).toEqual({ ok: false, error: { type: "listenFailed", code: "EADDRNOTAVAIL" } });
  });

  it("is one port on IPv4 and IPv6 where the machine has both", async () => {
    const { server } = await start({}, { hosts: ["0.0.0.0", "::"] });
    const hasV6 = Object.values(networkInterfaces()).some((list) =>
      list?.some(({ address }) => address === "::1"),
    );
    expect(await isListening(server.port)).toBe(true);
    expect(await isListening(server.port, "::1")).toBe(hasV6);
  });
});

describe("stopping", () => {
  it("leaves nothing listening and nobody connected, and may be asked twice", async () => {
    const { server, url } = await aServer({}, { onLobby: () => undefined });
    const [one] = await aPair(url);
    const lobby = await wireClient(url.replace("/signal", "/lobby"), null);
    const half = await rawSocket(server.port);
    const halfClosed = new Promise((resolve) => half.once("close", resolve));
    await server.stop();
    await Promise.all([one.closed, lobby.closed, halfClosed]);
    expect(await isListening(server.port)).toBe(false);
    await server.stop();
  });
});
