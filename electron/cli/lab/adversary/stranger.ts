import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { z } from "zod";
import { type SeededRandom, seededRandom } from "../../seeded-random";
import { strangerFactsSchema } from "./stranger-messages";

/**
 * Somebody on the same network without the loop's secret, who knows what can be read off the wire: where the doors are, and the
 * name of the room. Runs in a network namespace of its own; prints what came of it as one line of JSON.
 */

/** Longer ones are cut off by any server. */
const longestFrame = 300_000;
/** A door closes on most frames at once; whatever comes behind them in one go still arrives there. */
const framesAtOnce = 5;
const connectionsAtOnce = 8;
/** What a window of the program says it is; a program can say so too. */
const origin = "app://panelbook";

const someText = (random: SeededRandom, size: number): string =>
  String.fromCharCode(...random.bytes(Math.min(size, 2000)));

const anyFrame = (random: SeededRandom, topics: readonly string[]): string | Uint8Array => {
  const size = random.below(random.below(200) === 0 ? longestFrame : 200);
  const topic = random.pick([`${random.next()}`, ...topics]);
  const message = (body: object): string => JSON.stringify(body);
  switch (random.below(9)) {
    case 0:
      return random.bytes(size);
    case 1:
      return message({ type: "subscribe", topics: [topic] });
    case 2:
      return message({ type: "publish", topic, data: "x".repeat(size) });
    case 3:
      return message({ type: "publish", topic, data: { type: "announce", from: someText(random, 20) } });
    case 4:
      return "[".repeat(size);
    case 5:
      return message({ type: "hello", v: 1, protocol: 1, label: "AAAA", name: "Mara Lindqvist" });
    case 6:
      return message({ type: "here", topic, name: `s${random.below(1e9)}` });
    case 7:
      return message({ type: "pass", topic, to: `s${random.below(1e9)}`, data: "AAAA" });
    default:
      return someText(random, size);
  }
};

interface Tally {
  held: number;
  sent: number;
  connections: number;
  refused: number;
  readonly heard: Record<string, number>;
}

const kindOf = (text: string): string => {
  try {
    return z.looseObject({ type: z.string() }).parse(JSON.parse(text)).type;
  } catch {
    return "something else";
  }
};

const openSocket = (url: string, tally: Tally): Promise<WebSocket | null> =>
  new Promise((done) => {
    const socket = new WebSocket(url, url.endsWith("/signal") ? { origin } : {});
    const giveUp = setTimeout(() => end(null), 3000);
    const end = (opened: WebSocket | null): void => {
      clearTimeout(giveUp);
      if (opened === null) {
        tally.refused += 1;
        socket.terminate();
      }
      done(opened);
    };
    socket.on("open", () => end(socket));
    socket.on("message", (bytes) => {
      const kind = kindOf(bytes.toString());
      tally.heard[kind] = (tally.heard[kind] ?? 0) + 1;
    });
    socket.on("error", () => end(null));
  });

/** As many connections as can be had, each in the room as far as a stranger gets; gives those that are held after a while. */
const crowd = async (
  doors: readonly string[],
  sockets: number,
  topics: readonly string[],
  tally: Tally,
): Promise<readonly WebSocket[]> => {
  const opened = await Promise.all(
    Array.from({ length: sockets }, (_, index) => openSocket(doors[index % doors.length] ?? "", tally)),
  );
  for (const socket of opened) socket?.send(JSON.stringify({ type: "subscribe", topics }));
  await wait(1000);
  const held = opened.flatMap((socket) => (socket?.readyState === WebSocket.OPEN ? [socket] : []));
  tally.held = held.length;
  return held;
};

/** A connection on which anything is sent that is no frame at all. */
const rawSocket = (url: string): Promise<Socket | null> =>
  new Promise((done) => {
    const { hostname, port, pathname } = new URL(url);
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `GET ${pathname} HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
      );
    });
    const giveUp = setTimeout(() => socket.destroy(), 3000);
    socket.once("data", () => {
      clearTimeout(giveUp);
      done(socket.resume());
    });
    socket.on("error", () => socket.destroy());
    socket.once("close", () => done(null));
  });

interface Throw {
  readonly doors: readonly string[];
  readonly frames: number;
  readonly topics: readonly string[];
  readonly random: SeededRandom;
  readonly tally: Tally;
}

/** A few frames on one connection. */
const throwSome = async ({ doors, topics, random, tally }: Throw): Promise<void> => {
  tally.connections += 1;
  const door = random.pick(doors);
  if (random.below(5) === 0) {
    const raw = await rawSocket(door);
    if (raw === null) tally.refused += 1;
    for (let frame = 0; raw !== null && frame < framesAtOnce; frame += 1) {
      raw.write(random.bytes(1 + random.below(300)));
      tally.sent += 1;
    }
    raw?.end();
    return;
  }
  const socket = await openSocket(door, tally);
  if (socket !== null && door.endsWith("/signal")) socket.send(JSON.stringify({ type: "subscribe", topics }));
  for (let frame = 0; frame < framesAtOnce && socket?.readyState === WebSocket.OPEN; frame += 1) {
    socket.send(anyFrame(random, topics));
    tally.sent += 1;
  }
  socket?.close();
};

/** Several connections side by side until so many frames were sent. */
const throwFrames = async (all: Throw): Promise<void> => {
  const one = async (): Promise<void> => {
    while (all.tally.sent < all.frames) {
      await throwSome(all);
      // Doors that let nobody in are tried again, and not in a rush.
      if (all.tally.refused > all.tally.connections / 2) await wait(20);
    }
  };
  await Promise.all(Array.from({ length: connectionsAtOnce }, one));
};

const main = async (): Promise<void> => {
  const { servers, topics, seed, frames, sockets } = strangerFactsSchema.parse(
    JSON.parse(process.argv[2] ?? ""),
  );
  const random = seededRandom(seed);
  const tally: Tally = { held: 0, sent: 0, connections: 0, refused: 0, heard: {} };
  const doors = servers.flatMap((url) => [
    url,
    url.replace(/signal$/, "lobby"),
    url.replace(/signal$/, "current"),
  ]);
  const held = await crowd(servers, sockets, topics, tally);
  for (const socket of held.slice(held.length >> 1)) socket.terminate();
  await throwFrames({ doors, frames, topics, random, tally });
  console.log(JSON.stringify(tally));
  process.exit(0);
};

void main();
