import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { seededRandom } from "../../support/seeded-random";
import { roomAsPeer } from "../../support/sync/room-as-peer";
import type { TestRoom } from "../../support/sync/rooms";
import { aRoom } from "../../support/sync/rooms";
import type { RigPeer } from "./transport-suite";
import { transportSuite } from "./transport-suite";

transportSuite("the memory network", async () => {
  const network = memoryNetwork({ random: seededRandom(3).next });
  const rooms: TestRoom[] = [];
  return {
    start: async (keys) => {
      const peers: RigPeer[] = [];
      for (const [index, key] of keys.entries()) {
        const room = await aRoom(index + 1, network.transport());
        rooms.push(room);
        peers.push(roomAsPeer(index + 1, key, room));
      }
      return peers;
    },
    progress: () => network.settle(),
    stop: async () => {
      for (const room of rooms) await room.close();
    },
  };
});
