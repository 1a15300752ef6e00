import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isServerWord } from "../../../src/sync/transport/webrtc/server-words";
import { aPair, aServer, enterRoom, exchange, type TestServer } from "../../support/lan/signaling";
import { eventually, rawSocket, type WireClient, wireClient } from "../../support/lan/wire-client";

const upgradeText = (port: number) =>
  `GET /signal HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: app://panelbook\r\nUpgrade: websocket\r\n` +
  "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

/** A socket that has been upgraded by hand, so that any bytes can follow. */
const upgraded = async (port: number) => {
  const socket = await rawSocket(port);
  socket.on("error", () => socket.destroy());
  socket.write(upgradeText(port));
  await once(socket, "data");
  return socket;
};

let target: TestServer;
let pair: readonly [WireClient, WireClient];

beforeEach(async () => {
  target = await aServer({ maxPerAddress: 500, maxConnections: 500 });
  pair = await aPair(target.url);
});

/** After whatever a test did, the two who were there before still hear each other, and no bug was met. */
afterEach(async () => {
  await exchange(pair[0], pair[1]);
  expect(target.bugs).toEqual([]);
  await target.server.stop();
});

describe("a message that ends y-webrtc's own server", () => {
  it.each([
    ["text that is not JSON", "abc"],
    ["topics that are a number", '{"type":"subscribe","topics":5}'],
    ["null", "null"],
    ["a number", "7"],
    ["a list", "[]"],
    ["no type", "{}"],
    ["an unknown type", '{"type":"shutdown"}'],
    ["topics that are no texts", '{"type":"subscribe","topics":[null,{}]}'],
    ["a topic of 300 letters", JSON.stringify({ type: "subscribe", topics: ["t".repeat(300)] })],
    ["5,000 topics", JSON.stringify({ type: "subscribe", topics: Array(5000).fill("t") })],
    ["no payload", '{"type":"publish","topic":"room"}'],
  ])("costs its sender the connection and nobody else: %s", async (_what, text) => {
    const client = await wireClient(target.url);
    client.say(text);
    expect(await client.closed).toBe(1008);
  });

  it("changes nothing where it names a prototype", async () => {
    const client = await wireClient(target.url);
    await enterRoom(client, "room");
    client.say('{"type":"publish","topic":"__proto__","data":"x","__proto__":{"type":"ping"}}');
    client.say('{"type":"subscribe","topics":["__proto__","constructor"]}');
    const unknown = { type: "unknownTopics", topics: ["__proto__", "constructor"] };
    await client.until((message) => JSON.stringify(message) === JSON.stringify(unknown));
  });

  it("costs its sender the connection where it is binary", async () => {
    const client = await wireClient(target.url);
    client.say(new Uint8Array([1, 2, 3]));
    expect(await client.closed).toBe(1003);
  });

  it.each([
    ["reserved bits", [0xf1, 0x80, 0, 0, 0, 0]],
    ["an unmasked text", [0x81, 0x03, 0x61, 0x62, 0x63]],
    ["an unknown opcode", [0x83, 0x80, 0, 0, 0, 0]],
    ["a continuation of nothing", [0x80, 0x80, 0, 0, 0, 0]],
    ["a text that is not UTF-8", [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]],
    ["a length of 2^63", [0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ["a fragmented ping", [0x09, 0x80, 0, 0, 0, 0]],
  ])("costs its sender the connection where the frame is invalid: %s", async (_what, bytes) => {
    const socket = await upgraded(target.server.port);
    socket.resume();
    socket.write(Buffer.from(bytes));
    await once(socket, "close");
  });

  it("survives JSON that is nested forty thousand deep", async () => {
    const client = await wireClient(target.url);
    await enterRoom(client, "room");
    const deep = `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`;
    client.say(`{"type":"publish","topic":"room","data":${deep}}`);
    expect(await client.closed).toBe(1008);
  });

  it("costs its sender the connection where it would grow beyond what laptops read, and nobody hears it", async () => {
    const before = pair[0].received.length;
    const said = (items: number) =>
      `{"type":"publish","topic":"room","data":{"a":[${Array(items).fill("1e20").join(",")}]}}`;
    const short = await wireClient(target.url);
    await enterRoom(short, "room");
    short.say(said(10));
    await pair[0].until((message) => JSON.stringify(message).includes("100000000000000000000,"));
    const long = await wireClient(target.url);
    await enterRoom(long, "room");
    expect(said(50_000).length).toBeLessThan(256 * 1024);
    long.say(said(50_000));
    expect(await long.closed).toBe(1008);
    await exchange(pair[1], pair[0]);
    expect(pair[0].received.slice(before)).toHaveLength(2);
  });

  it("passes the longest text on that it takes, at no more length than laptops read", async () => {
    const client = await wireClient(target.url);
    await enterRoom(client, "room");
    const around = JSON.stringify({ type: "publish", topic: "room", data: "" }).length;
    const data = "\u0001".repeat(Math.floor((256 * 1024 - around) / 6));
    client.say({ type: "publish", topic: "room", data });
    await client.until(
      (message) => isServerWord(JSON.stringify(message)) && JSON.stringify(message).length > 262_000,
    );
  });
});

describe("connections that break off", () => {
  it("are survived in every phase of the upgrade", async () => {
    const text = upgradeText(target.server.port);
    for (let cut = 0; cut <= text.length; cut += 7) {
      const socket = await rawSocket(target.server.port);
      socket.on("error", () => socket.destroy());
      socket.write(text.slice(0, cut));
      if (cut % 2 === 0) socket.resetAndDestroy();
      else socket.destroy();
    }
    await eventually(() => target.server.stats().sockets === 2);
  });

  it("are survived in the middle of a frame", async () => {
    const socket = await upgraded(target.server.port);
    socket.write(Buffer.from([0x81, 0xfe, 0x01]));
    socket.resetAndDestroy();
    await eventually(() => target.server.stats().sockets === 2);
  });

  it("are survived when nonsense takes the place of HTTP", async () => {
    for (const text of [
      "\0\0\0\0",
      "GET / HTTP/9.9\r\n\r\n",
      `GET /${"a".repeat(20_000)} HTTP/1.1\r\n\r\n`,
      "\r\n\r\n",
    ]) {
      const socket = await rawSocket(target.server.port);
      socket.on("error", () => socket.destroy());
      socket.resume();
      socket.end(text);
      await once(socket, "close");
    }
  });
});

describe("limits", () => {
  const limited = async (
    limits: Parameters<typeof aServer>[0],
    run: (server: TestServer) => Promise<void>,
  ) => {
    const server = await aServer(limits);
    await run(server);
    expect(server.bugs).toEqual([]);
    await server.server.stop();
  };

  it("closes a socket that says more at once than its rate allows, and not one that says as much", () =>
    limited({ messageRate: { burst: 10, perSecond: 0.001 } }, async ({ url }) => {
      const client = await wireClient(url);
      await enterRoom(client, "room");
      for (let sent = 2; sent < 10; sent += 1)
        client.say({ type: "publish", topic: "room", data: String(sent) });
      await client.until((message) => JSON.stringify(message).includes('"9"'));
      client.say({ type: "publish", topic: "room", data: "too many" });
      expect(await client.closed).toBe(1008);
    }));

  it("closes a socket that sends more bytes in one message than allowed", () =>
    limited({ maxSignalBytes: 1000 }, async ({ url }) => {
      const client = await wireClient(url);
      await enterRoom(client, "room");
      client.say({ type: "publish", topic: "room", data: "a".repeat(900) });
      await client.until((message) => JSON.stringify(message).includes("aaa"));
      client.say({ type: "publish", topic: "room", data: "a".repeat(1000) });
      expect(await client.closed).toBe(1009);
    }));

  it("closes a socket that asks for more topics than allowed, known or not", () =>
    limited({ topicsPerSocket: 3 }, async ({ url }) => {
      const client = await wireClient(url);
      await enterRoom(client, "room", "other", "unknown");
      client.say({ type: "subscribe", topics: ["one more"] });
      expect(await client.closed).toBe(1008);
    }));

  it("refuses the connection after the last one allowed, and takes one again when one left", () =>
    limited({ maxConnections: 2 }, async ({ url, server }) => {
      const [one] = await aPair(url);
      await expect(wireClient(url)).rejects.toThrow();
      one.socket.terminate();
      await eventually(() => server.stats().sockets === 1);
      await wireClient(url);
    }));

  it("refuses more connections from one address than allowed", () =>
    limited({ maxPerAddress: 1 }, async ({ url }) => {
      await wireClient(url);
      await expect(wireClient(url)).rejects.toThrow();
    }));

  it("closes a socket that enters no known room, and not one that did", () =>
    limited({ idleMs: 700 }, async ({ url }) => {
      const [member] = await aPair(url);
      const idle = await wireClient(url);
      idle.say({ type: "subscribe", topics: ["unknown"] });
      expect(await idle.closed).toBe(1008);
      await exchange(member, member);
    }));

  it("cuts a connection that never finishes asking for its upgrade", () =>
    limited({ upgradeMs: 200 }, async ({ server }) => {
      const [silent, slow] = [await rawSocket(server.port), await rawSocket(server.port)];
      for (const socket of [silent, slow]) socket.on("error", () => socket.destroy()).resume();
      slow.write("GET /signal HTTP/1.1\r\nHost: x\r\nX-Slow: ");
      await Promise.all([once(silent, "close"), once(slow, "close")]);
    }));

  it("cuts a laptop that no longer answers, and not one that does", () =>
    limited({ heartbeatMs: 400 }, async ({ url, server }) => {
      const [alive] = await aPair(url);
      const dead = await upgraded(server.port);
      await eventually(() => server.stats().sockets === 3);
      dead.resume();
      await once(dead, "close");
      await exchange(alive, alive);
    }));

  it("cuts a laptop that does not read what others say, and the others go on", () =>
    limited({ maxUnreadBytes: 200_000, heartbeatMs: 60_000 }, async ({ url, server }) => {
      const [talker, listener] = await aPair(url);
      const deaf = await wireClient(url);
      await enterRoom(deaf, "room");
      deaf.socket.pause();
      const text = "a".repeat(150_000);
      for (let sent = 0; server.stats().sockets === 3 && sent < 400; sent += 1) {
        talker.say({ type: "publish", topic: "room", data: `${sent} ${text}` });
        await listener.until((message) => JSON.stringify(message).includes(`"data":"${sent} `));
      }
      expect(server.stats().sockets).toBe(2);
    }));
});
