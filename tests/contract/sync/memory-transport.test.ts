import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import type { Transport } from "../../../src/sync/transport/transport";
import { seededRandom } from "../../support/seeded-random";
import { longNotes, roomAsPeer } from "../../support/sync/room-as-peer";
import type { TestRoom } from "../../support/sync/rooms";
import { aRoom } from "../../support/sync/rooms";
import type { RigPeer } from "./transport-suite";
import { transportSuite } from "./transport-suite";

transportSuite("the memory network", async () => {
  const network = memoryNetwork({ random: seededRandom(3).next });
  const rooms: TestRoom[] = [];
  const transports: Transport[] = [];
  return {
    start: async (keys) => {
      const peers: RigPeer[] = [];
      for (const [index, key] of keys.entries()) {
        const transport = network.transport();
        transports.push(transport);
        const room = await aRoom(index + 1, transport, longNotes);
        rooms.push(room);
        peers.push(roomAsPeer(index + 1, key, room));
      }
      return peers;
    },
    progress: async () => {
      await network.settle();
      for (const room of rooms) room.compareNotes();
      // Disks and acknowledgements answer by the clock.
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    swallow: async (index, swallowing) => {
      const transport = transports[index];
      if (transport !== undefined) network.mute(transport, swallowing);
    },
    stop: async () => {
      for (const room of rooms) await room.close();
    },
  };
});
