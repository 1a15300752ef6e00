import { afterAll, beforeAll, vi } from "vitest";
import { aServer, type TestServer } from "../../support/lan/signaling";
import { relayStations, WindowSocket } from "../../support/sync/relay-stations";
import { longNotes, roomAsPeer } from "../../support/sync/room-as-peer";
import type { TestRoom } from "../../support/sync/rooms";
import { aRoom } from "../../support/sync/rooms";
import type { RigPeer } from "./transport-suite";
import { transportSuite } from "./transport-suite";

let host: TestServer;
beforeAll(async () => {
  vi.stubGlobal("WebSocket", WindowSocket);
  host = await aServer();
});
afterAll(async () => {
  await host.server.stop();
  vi.unstubAllGlobals();
});

transportSuite("the relay through a host's server", async () => {
  const stations = relayStations([host.url], "room");
  const rooms: TestRoom[] = [];
  return {
    link: "relayed",
    start: async (keys) => {
      const peers: RigPeer[] = [];
      for (const [index, key] of keys.entries()) {
        const room = await aRoom(index + 1, stations.transport(), longNotes);
        rooms.push(room);
        peers.push(roomAsPeer(index + 1, key, room));
      }
      return peers;
    },
    progress: async () => {
      stations.look();
      for (const room of rooms) room.compareNotes();
      await new Promise((resolve) => setTimeout(resolve, 10));
    },
    swallow: async (index, swallowing) => stations.mute(index, swallowing),
    stop: async () => {
      for (const room of rooms) await room.close();
    },
  };
});
