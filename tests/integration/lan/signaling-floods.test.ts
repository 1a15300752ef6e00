import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, it } from "vitest";
import { seededRandom } from "../../support/lan/frames";
import { aPair, aServer, enterRoom, exchange } from "../../support/lan/signaling";
import { eventually, rawSocket, wireClient } from "../../support/lan/wire-client";

const full = process.env.PANELBOOK_FULL === "1";
const seed = 20261123;
const upgrades = full ? 20_000 : 600;

const head = [
  "GET /signal HTTP/1.1",
  "Host: x",
  "Origin: app://panelbook",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "Sec-WebSocket-Version: 13",
];
const oddities = [
  "Sec-WebSocket-Key: x",
  "Sec-WebSocket-Version: 99",
  "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99",
  "Sec-WebSocket-Protocol: ,,,",
  "Content-Length: 99999999999",
  "Transfer-Encoding: chunked",
  "Upgrade: h2c",
  "Origin: app://panelbook, app://panelbook",
  `X-Long: ${"a".repeat(9_000)}`,
  "\u0000: \u0000",
  ": nothing",
  "GET /lobby HTTP/1.1",
];

const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** An upgrade with lines left out, doubled, replaced or cut, and perhaps bytes right behind it. */
const oddUpgrade = (random: () => number): string => {
  const lines = head.flatMap((line) => {
    const change = random();
    if (change < 0.1) return [];
    if (change < 0.2) return [line, line];
    if (change < 0.3) return [pick(random, oddities)];
    return [line];
  });
  const text = `${lines.join(random() < 0.1 ? "\n" : "\r\n")}\r\n\r\n`;
  const whole = random() < 0.3 ? text.slice(0, Math.floor(random() * text.length)) : text;
  return random() < 0.3 ? `${whole}\u0081\u0085rubbish` : whole;
};

it(`survives ${upgrades} malformed upgrades while two laptops go on talking`, async () => {
  const { server, url, bugs } = await aServer({ maxPerAddress: 500, maxConnections: 500, upgradeMs: 1_000 });
  const [one, two] = await aPair(url);
  const random = seededRandom(seed);
  let upgraded = 0;
  for (let sent = 0; sent < upgrades; sent += 1) {
    const socket = await rawSocket(server.port);
    socket.on("error", () => socket.destroy());
    socket.once("data", (bytes) => {
      if (bytes.toString("latin1").startsWith("HTTP/1.1 101")) upgraded += 1;
    });
    socket.end(oddUpgrade(random), "latin1");
    if (sent % 3 === 0) socket.resetAndDestroy();
    if (sent % 50 === 0) await exchange(one, two);
  }
  await exchange(two, one);
  await eventually(() => server.stats().sockets === 2);
  console.info(`upgrades: ${upgrades} sent, ${upgraded} were good ones, seed ${seed}`);
  expect(bugs).toEqual([]);
  await server.stop();
}, 300_000);

/** A connection from another address of the loopback network, which only Linux has without being told. */
const from = (localAddress: string, port: number): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", localAddress }, () => resolve(socket));
    socket.on("error", () => resolve(socket));
  });

it.skipIf(process.platform !== "linux")(
  "leaves no member waiting while one address opens connections as fast as it can",
  async () => {
    const { server, url, bugs } = await aServer({ maxPerAddress: 6, maxConnections: 128 });
    const [one, two] = await aPair(url);
    const flooders = await Promise.all(Array.from({ length: 300 }, () => from("127.0.0.9", server.port)));
    await exchange(one, two);
    await eventually(() => flooders.filter((socket) => !socket.closed).length === 6);
    const late = await wireClient(url);
    await enterRoom(late, "room");
    await exchange(late, one);
    for (const flooder of flooders) flooder.destroy();
    expect(bugs).toEqual([]);
    await server.stop();
  },
);

it("relays what members say while a member that floods is cut off, and says nothing of its flood to others", async () => {
  const { server, url, bugs } = await aServer({ messageRate: { burst: 50, perSecond: 1 } });
  const [one, two] = await aPair(url);
  const loud = await wireClient(url);
  await enterRoom(loud, "other");
  for (let sent = 0; sent < 5_000; sent += 1) {
    if (loud.socket.readyState !== loud.socket.OPEN) break;
    loud.say({ type: "publish", topic: "room", data: `flood ${sent}` });
  }
  expect(await loud.closed).toBe(1008);
  await exchange(one, two);
  expect(JSON.stringify([one.received, two.received])).not.toContain("flood");
  expect(bugs).toEqual([]);
  await server.stop();
});

it("keeps no more unread bytes for a slow reader than its limit, whatever the others say", async () => {
  const maxUnreadBytes = 300_000;
  const { server, url, bugs } = await aServer({ maxUnreadBytes, heartbeatMs: 60_000 });
  const [talker, listener] = await aPair(url);
  const slow = await wireClient(url);
  await enterRoom(slow, "room");
  slow.socket.pause();
  const before = process.memoryUsage().rss;
  const text = "a".repeat(100_000);
  for (let sent = 0; sent < 300 && server.stats().sockets === 3; sent += 1) {
    talker.say({ type: "publish", topic: "room", data: `${sent} ${text}` });
    await listener.until((message) => JSON.stringify(message).includes(`"data":"${sent} `));
  }
  const grownMb = (process.memoryUsage().rss - before) / 1024 / 1024;
  expect(server.stats().sockets).toBe(2);
  console.info(
    `slow reader: cut after its ${maxUnreadBytes} unread bytes, process grew by ${grownMb.toFixed(0)} MB`,
  );
  slow.socket.resume();
  await Promise.race([slow.closed, once(slow.socket, "close")]);
  expect(bugs).toEqual([]);
  await server.stop();
});
