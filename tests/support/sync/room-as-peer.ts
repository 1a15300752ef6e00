import type { RigPeer } from "../../contract/sync/transport-suite";
import { aDevice } from "./keys";
import type { TestRoom } from "./rooms";

const item = "contract";

/** The suite moves megabytes in one note, which the screens do not let a person write. */
export const longNotes = { limits: { noteUnits: 16 * 1024 * 1024 } };

/** A room of this process as the acceptance suite sees it; `key` is the fill of its transport key. */
export const roomAsPeer = (index: number, key: number, room: TestRoom): RigPeer => ({
  deviceId: aDevice(index),
  join: () => room.meet(key),
  leave: room.leave,
  write: async (text) => room.loop.setDiscussion(item, room.loop.discussion(item) + text),
  length: async () => room.loop.discussion(item).length,
  tail: async (count) => room.loop.discussion(item).slice(-count),
  heldBy: async () =>
    [...room.holdings.get()].flatMap(([deviceId, holding]) => (holding.holds === "all" ? [deviceId] : [])),
  peers: async () => room.peers.get(),
});
