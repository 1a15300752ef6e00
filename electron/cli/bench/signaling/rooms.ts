import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { WebSocket } from "ws";
import { projectRoot } from "../../../dev/project-root";

/** Many rooms on one server, with all their members in this process, so that one clock times everything. */
export interface Rooms {
  /** Publishes this many messages a second, room by room, for so long; gives the milliseconds of every delivery. */
  readonly talk: (perSecond: number, forMs: number) => Promise<readonly number[]>;
  readonly close: () => Promise<void>;
}

const serverScript = join(projectRoot, "electron/cli/bench/signaling/server-process.ts");

const startServer = async (rooms: number) => {
  const child = spawn(process.execPath, ["--import", "tsx", serverScript, String(rooms)], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, url: `ws://127.0.0.1:${port}/signal` };
};

/** As long as a sealed offer with its candidates, in letters. */
const payload = "s".repeat(2_000);

const enter = async (url: string, topic: string, onData: (data: string) => void): Promise<WebSocket> => {
  const socket = new WebSocket(url, { origin: "app://panelbook", perMessageDeflate: false });
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "subscribe", topics: [topic] }));
  socket.send('{"type":"ping"}');
  await once(socket, "message");
  socket.on("message", (bytes) => {
    const { data } = JSON.parse(String(bytes)) as { data?: unknown };
    if (typeof data === "string") onData(data);
  });
  return socket;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens this many rooms of so many members on a server process of their own. */
export const openRooms = async (rooms: number, members: number): Promise<Rooms> => {
  const { child, url } = await startServer(rooms);
  let deliveries: number[] = [];
  const hear = (data: string): void => {
    deliveries.push(performance.now() - Number(data.slice(0, data.indexOf(" "))));
  };
  const sockets: { readonly socket: WebSocket; readonly topic: string }[] = [];
  for (let room = 0; room < rooms; room += 1) {
    const topic = `room-${room}`;
    const entered = await Promise.all(Array.from({ length: members }, () => enter(url, topic, hear)));
    sockets.push(...entered.map((socket) => ({ socket, topic })));
  }
  /** Neighbours in turn are of different rooms; each member speaks as often as every other. */
  const speaker = (at: number) => {
    const seat = Math.floor(at / rooms) % members;
    return sockets[(at % rooms) * members + seat];
  };
  let said = 0;
  const say = (): void => {
    const next = speaker(said);
    said += 1;
    const data = `${performance.now()} ${payload}`;
    next?.socket.send(JSON.stringify({ type: "publish", topic: next.topic, data }));
  };
  return {
    talk: async (perSecond, forMs) => {
      deliveries = [];
      const begun = performance.now();
      let sent = 0;
      while (performance.now() - begun < forMs) {
        const due = Math.floor(((performance.now() - begun) / 1000) * perSecond);
        for (; sent < due; sent += 1) say();
        await pause(1);
      }
      while (deliveries.length < sent * members) await pause(5);
      return deliveries;
    },
    close: async () => {
      for (const { socket } of sockets) socket.terminate();
      child.kill();
      await once(child, "exit");
    },
  };
};
