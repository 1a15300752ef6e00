import { afterEach, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { WebrtcProvider } from "y-webrtc";
import * as Y from "yjs";
import { aServer, enterRoom } from "../../support/lan/signaling";
import { appOrigin, eventually, wireClient } from "../../support/lan/wire-client";

/** What a window has: a WebSocket that names the page's origin. */
class WindowSocket extends WebSocket {
  constructor(url: string) {
    super(url, { origin: appOrigin });
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it("y-webrtc's own client enters its room, announces itself sealed, and does so again after the server was away", async () => {
  vi.stubGlobal("WebSocket", WindowSocket);
  const first = await aServer();
  const witness = await wireClient(first.url);
  await enterRoom(witness, "room");
  const provider = new WebrtcProvider("room", new Y.Doc(), {
    signaling: [first.url],
    password: "a password from the loop secret",
    peerOpts: { config: { iceServers: [] } },
  });
  const announced = (message: unknown) =>
    typeof message === "object" && message !== null && "data" in message && typeof message.data === "string";
  const heard = await witness.until(announced);
  expect(heard).toMatchObject({ type: "publish", topic: "room", clients: 2 });
  await first.server.stop();
  const second = await aServer({}, { port: first.server.port });
  await eventually(() => second.server.stats().relayed === 1);
  provider.disconnect();
  provider.destroy();
  await second.server.stop();
  expect([...first.bugs, ...second.bugs]).toEqual([]);
});
