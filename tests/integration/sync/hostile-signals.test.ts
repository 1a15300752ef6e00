import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import {
  openSignal,
  publishedSchema,
  signalMessageSchema,
} from "../../../src/sync/transport/webrtc/signal-messages";
import { aServer, enterRoom, type TestServer } from "../../support/lan/signaling";
import { eventually, type WireClient, wireClient } from "../../support/lan/wire-client";
import { aDevice } from "../../support/sync/keys";
import { roomKey, signalSealer } from "../../support/sync/phantom";
import {
  aWebrtcLaptop,
  roomPassword,
  type WebrtcLaptop,
  windowOfTests,
} from "../../support/sync/webrtc-laptops";

let window: ReturnType<typeof windowOfTests>;
let host: TestServer;
let member: WireClient;
const laptops: WebrtcLaptop[] = [];
const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown): void => void unhandled.push(reason);

beforeEach(async () => {
  window = windowOfTests();
  host = await aServer();
  member = await wireClient(host.url);
  await enterRoom(member, "room");
  process.on("unhandledRejection", noteUnhandled);
  process.on("uncaughtException", noteUnhandled);
});
afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.stop();
  member.socket.close();
  await host.server.stop();
  window.close();
  process.off("unhandledRejection", noteUnhandled);
  process.off("uncaughtException", noteUnhandled);
  expect(unhandled.splice(0)).toEqual([]);
  expect(host.bugs).toEqual([]);
});

/** Who announced themselves at the server, in order. */
const namesHeard = async (): Promise<readonly string[]> => {
  const key = await roomKey(roomPassword, "room");
  const names: string[] = [];
  for (const message of member.received) {
    const published = publishedSchema.safeParse(message);
    const opened = published.success ? await openSignal(published.data.data, key) : null;
    const said = signalMessageSchema.safeParse(opened?.said).data;
    // A laptop's name is a UUID; what this test makes up is none.
    if (said?.type === "announce" && said.from.length === 36 && !names.includes(said.from))
      names.push(said.from);
  }
  return names;
};

const joined = async (name: number): Promise<WebrtcLaptop> => {
  const laptop = await aWebrtcLaptop(name, [host.url]);
  laptops.push(laptop);
  laptop.transport.connect(laptop.session);
  await eventually(() => laptop.transport.serverReached.get());
  await expect.poll(async () => (await namesHeard()).length).toBe(laptops.length);
  return laptop;
};

const met = (one: WebrtcLaptop, other: WebrtcLaptop): Promise<void> =>
  eventually(
    () => one.directTo().includes(other.session.deviceId) && other.directTo().includes(one.session.deviceId),
  );

const publish = (data: unknown): void => member.say({ type: "publish", topic: "room", data });

/** What a changed program of a member may say; `to` is the laptop it is said to. */
const hostile = (from: string, to: string) => [
  { type: "signal", from, to, signal: null },
  { type: "signal", from, to },
  { type: "signal", from, to, signal: "offer" },
  { type: "signal", from, to, signal: { type: "offer" } },
  { type: "signal", from, to, signal: { type: "offer", sdp: 7 } },
  { type: "signal", from, to, signal: { type: "offer", sdp: "v=0\r\n".repeat(20_000) } },
  { type: "signal", from, to, signal: { type: "candidate", candidate: {} } },
  { type: "signal", from, to, signal: { type: "candidate", candidate: { candidate: "a", sdpMid: null } } },
  { type: "signal", from, to, signal: { type: "transceiverRequest", transceiverRequest: { kind: 9 } } },
  { type: "signal", from, to, token: "late", signal: { type: "answer", sdp: "v=0" } },
  { type: "announce", from: { toString: 1 } },
  { type: "announce", from: "x".repeat(65) },
  { type: "announce" },
  { type: "shrug", from },
  ["signal"],
  null,
  7,
];

describe("what a member says through a server", () => {
  it("that is no way to meet is refused, counted, and ends nothing", async () => {
    const one = await joined(1);
    const [name] = await namesHeard();
    const seal = await signalSealer(roomPassword, "room");
    const all = hostile("somebody", name ?? "");
    for (const message of all) publish(await seal(message));
    await eventually(() => one.refused.length === all.length);
    expect(one.refused.every(({ reason, deviceId }) => reason === "badSignal" && deviceId === null)).toBe(
      true,
    );
    const other = await joined(2);
    await met(one, other);
    one.write("still here");
    await eventually(() => other.text() === "still here");
  });

  it("is counted as nobody's, whoever's name it bears, and the laptop of that name stays connected", async () => {
    const [one, other] = [await joined(1), await joined(2)];
    await met(one, other);
    const [first, second] = await namesHeard();
    const seal = await signalSealer(roomPassword, "room");
    publish(await seal({ type: "signal", from: second ?? "", to: first ?? "", signal: null }));
    await eventually(() => one.refused.length === 1);
    expect(one.refused).toEqual([{ deviceId: null, reason: "badSignal" }]);
    expect(one.directTo()).toEqual([aDevice(2)]);
  });

  it("of an answer nobody asked for makes no rejection nobody hears of", async () => {
    const one = await joined(1);
    const [name] = await namesHeard();
    const seal = await signalSealer(roomPassword, "room");
    publish(
      await seal({ type: "signal", from: "nobody", to: name ?? "", signal: { type: "answer", sdp: "v=0" } }),
    );
    publish(await seal({ type: "signal", from: "nobody", to: name ?? "", signal: null }));
    await eventually(() => one.refused.some(({ reason }) => reason === "badSignal"));
    const other = await joined(2);
    await met(one, other);
  });
});

describe("what a stranger says through a server who knows the room’s name", () => {
  it("does not open, is counted as nobody’s, and ends nothing", async () => {
    const one = await joined(1);
    const noise = ["", "no base64 at all, but long", "QUVTLUdDTQ", randomBytes(400).toString("base64")];
    for (const data of noise) publish(data);
    const otherKey = await signalSealer("another password", "room");
    publish(await otherKey({ type: "announce", from: "stranger" }));
    await eventually(() => one.refused.length === noise.length + 1);
    expect(new Set(one.refused.map(({ reason }) => reason))).toEqual(new Set(["doesNotOpen"]));
    const other = await joined(2);
    await met(one, other);
  });
});

/** A server of a changed program: who connects is told what `sockets` are told. */
const changedServer = async () => {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  const sockets: WebSocket[] = [];
  server.on("connection", (socket) => void sockets.push(socket));
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets,
    stop: () => {
      for (const socket of sockets) socket.terminate();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};

describe("what a changed server says", () => {
  it("that is no JSON is refused, counted, and ends nothing, also after it closed the connection", async () => {
    const changed = await changedServer();
    const one = await joined(1);
    one.servers.set([host.url, changed.url]);
    const noise = ["", "no json {", '{"type":"publish","topic":"room","data":', "\u0000", randomBytes(300)];
    await eventually(() => changed.sockets.length === 1);
    for (const data of noise) changed.sockets[0]?.send(data);
    await eventually(() => one.refused.length === noise.length);
    changed.sockets[0]?.close();
    await eventually(() => changed.sockets.length === 2);
    changed.sockets[1]?.send("again {");
    await eventually(() => one.refused.length === noise.length + 1);
    expect(one.refused.every(({ reason }) => reason === "garbledSignal")).toBe(true);
    const other = await joined(2);
    await met(one, other);
    await changed.stop();
  });

  it("that is JSON and no message is counted, up to a bound for each connection, and ends nothing", async () => {
    const changed = await changedServer();
    const one = await joined(1);
    one.servers.set([host.url, changed.url]);
    await eventually(() => changed.sockets.length === 1);
    changed.sockets[0]?.send('{"type":"of a newer program"}');
    const noise = ["null", "7", '"pong"', "[]", '{"type":"publish"}', '{"type":"passed","topic":"room"}'];
    for (let round = 0; round < 10; round += 1) for (const text of noise) changed.sockets[0]?.send(text);
    await eventually(() => one.refused.some(({ reason }) => reason === "muted"));
    const other = await joined(2);
    await met(one, other);
    const counted = one.refused.filter(({ reason }) => reason === "garbledSignal").length;
    // Whoever sees no sign of life on a socket makes another one, on which counting begins anew.
    expect(counted).toBe(20);
    await changed.stop();
  });
});
