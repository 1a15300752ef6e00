import { once } from "node:events";
import type { Socket } from "node:net";
import { expect, it } from "vitest";
import { writeResults } from "../../../electron/dev/full-results";
import { createLobbyHost } from "../../../electron/main/lan/lobby-host";
import { hostileFrame, seededRandom } from "../../support/lan/frames";
import { aPair, aServer, exchange } from "../../support/lan/signaling";
import { testVault } from "../../support/lan/test-vault";
import { eventually, rawSocket } from "../../support/lan/wire-client";

const full = process.env.PANELBOOK_FULL === "1";
const frames = full ? 100_000 : 2_000;
const seed = 20261123;

const upgrade = async (port: number, path: string): Promise<Socket> => {
  const socket = await rawSocket(port);
  socket.on("error", () => socket.destroy());
  const origin = path === "/signal" ? "Origin: app://panelbook\r\n" : "";
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\n${origin}Upgrade: websocket\r\nConnection: Upgrade\r\n` +
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
  );
  await once(socket, "data");
  socket.resume();
  return socket;
};

it(`survives ${frames} hostile frames on /signal and /lobby while two laptops go on talking`, async () => {
  const bugs: unknown[] = [];
  const lobby = createLobbyHost({
    vault: testVault(),
    limits: { helloRate: { burst: 1e6, perSecond: 1e6 } },
    onChange: () => undefined,
    report: (error) => bugs.push(error),
  });
  const limits = { maxPerAddress: 1000, maxConnections: 1000, messageRate: { burst: 1e6, perSecond: 1e6 } };
  const { server, url, bugs: serverBugs } = await aServer(limits, { onLobby: lobby.serve });
  const [one, two] = await aPair(url);
  const random = seededRandom(seed);
  let sent = 0;
  let connections = 0;
  let exchanged = 0;
  while (sent < frames) {
    const socket = await upgrade(server.port, random() < 0.7 ? "/signal" : "/lobby");
    connections += 1;
    // The server drops a connection at its first bad frame, so a few frames are all that one can bring in.
    for (let burst = 0; burst < 5 && sent < frames && !socket.destroyed; burst += 1) {
      socket.write(hostileFrame(random));
      sent += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (random() < 0.5) socket.resetAndDestroy();
    else socket.destroy();
    if (connections % 50 === 0) {
      await exchange(one, two);
      exchanged += 1;
    }
  }
  await exchange(two, one);
  await eventually(() => server.stats().sockets === 2 && server.stats().lobby === 0);
  console.info(
    `fuzz: ${sent} frames, ${connections} connections, ${exchanged} exchanges between, seed ${seed}`,
  );
  if (full) await writeResults("signaling-fuzz", { seed, frames: sent, connections, exchanged });
  expect([...bugs, ...serverBugs]).toEqual([]);
  expect(server.stats().refused).toBeGreaterThan(frames / 100);
  await server.stop();
}, 600_000);
