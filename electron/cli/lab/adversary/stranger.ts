import { WebSocket } from "ws";
import { z } from "zod";
import { type SeededRandom, seededRandom } from "../../seeded-random";

/** Somebody on the same network without the loop's secret. Runs in a network namespace of its own; prints what came of it. */

const factsSchema = z.object({
  servers: z.array(z.string()),
  seed: z.int(),
  frames: z.int(),
  sockets: z.int(),
});

/** Longer ones are cut off by any server. */
const longestFrame = 300_000;

const anyFrame = (random: SeededRandom): string | Uint8Array => {
  const size = random.below(random.below(50) === 0 ? longestFrame : 200);
  switch (random.below(6)) {
    case 0:
      return random.bytes(size);
    case 1:
      return JSON.stringify({ type: "subscribe", topics: [`${random.next()}`] });
    case 2:
      return JSON.stringify({ type: "publish", topic: `${random.next()}`, data: "x".repeat(size) });
    case 3:
      return `${"[".repeat(size)}`;
    case 4:
      return JSON.stringify({ type: "hello", name: "Mara Lindqvist", token: "A".repeat(22) });
    default:
      return String.fromCharCode(...random.bytes(Math.min(size, 2000)));
  }
};

interface Tally {
  sent: number;
  refused: number;
  heard: number;
}

const openSocket = (url: string, tally: Tally): Promise<WebSocket | null> =>
  new Promise((done) => {
    const socket = new WebSocket(url);
    const giveUp = setTimeout(() => end(null), 3000);
    const end = (opened: WebSocket | null): void => {
      clearTimeout(giveUp);
      if (opened === null) tally.refused += 1;
      done(opened);
    };
    socket.on("open", () => end(socket));
    socket.on("message", () => {
      tally.heard += 1;
    });
    socket.on("error", () => end(null));
  });

/** Many frames on one connection, until it is closed on them; then the next. */
const throwFrames = async (url: string, count: number, random: SeededRandom, tally: Tally): Promise<void> => {
  let [left, socket] = [count, await openSocket(url, tally)];
  while (left > 0) {
    if (socket === null || socket.readyState !== WebSocket.OPEN) {
      socket = await openSocket(url, tally);
      left -= 1;
      continue;
    }
    socket.send(anyFrame(random));
    tally.sent += 1;
    left -= 1;
    if (left % 50 === 0) await new Promise((done) => setTimeout(done, 1));
  }
  socket?.terminate();
};

const main = async (): Promise<void> => {
  const { servers, seed, frames, sockets } = factsSchema.parse(JSON.parse(process.argv[2] ?? ""));
  const random = seededRandom(seed);
  const tally: Tally = { sent: 0, refused: 0, heard: 0 };
  const doors = servers.flatMap((url) => [
    url,
    url.replace(/signal$/, "lobby"),
    url.replace(/signal$/, "current"),
  ]);
  const crowd = await Promise.all(
    Array.from({ length: sockets }, (_, index) => openSocket(doors[index % doors.length] ?? "", tally)),
  );
  for (const door of doors) await throwFrames(door, Math.ceil(frames / doors.length), random, tally);
  for (const socket of crowd) socket?.terminate();
  console.log(JSON.stringify(tally));
  process.exit(0);
};

void main();
