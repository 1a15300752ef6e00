import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { seededRandom } from "../../support/seeded-random";
import { aDevice } from "../../support/sync/keys";
import type { TestRoom } from "../../support/sync/rooms";
import { aRoom } from "../../support/sync/rooms";
import type { RigPeer } from "./transport-suite";
import { transportSuite } from "./transport-suite";

const item = "contract";

const rigPeer = (index: number, key: number, room: TestRoom): RigPeer => ({
  deviceId: aDevice(index),
  join: () => room.meet(key),
  leave: room.leave,
  write: async (text) => room.loop.setDiscussion(item, room.loop.discussion(item) + text),
  length: async () => room.loop.discussion(item).length,
  tail: async (count) => room.loop.discussion(item).slice(-count),
  peers: async () => room.peers.get(),
});

transportSuite("the memory network", async () => {
  const network = memoryNetwork({ random: seededRandom(3).next });
  const rooms: TestRoom[] = [];
  return {
    start: async (keys) => {
      const peers: RigPeer[] = [];
      for (const [index, key] of keys.entries()) {
        const room = await aRoom(index + 1, network.transport());
        rooms.push(room);
        peers.push(rigPeer(index + 1, key, room));
      }
      return peers;
    },
    progress: () => network.settle(),
    stop: async () => {
      for (const room of rooms) await room.close();
    },
  };
});
