import * as Y from "yjs";
import { deviceIdSchema, loopIdSchema } from "../../../src/domain/ids";
import { liveCell } from "../../../src/domain/live";
import { unwrap } from "../../../src/domain/result";
import { aesGcmFrameCipher } from "../../../src/sync/gate/frame-cipher";
import { memoryPersistence } from "../../../src/sync/persistence/memory-persistence";
import { openRoom, type Room } from "../../../src/sync/room";
import { webrtcTransport } from "../../../src/sync/transport/webrtc/webrtc-transport";
import { anId } from "../builders/ids";
import { countChannels } from "./count-channels";
import type { PageSetup } from "./page-rig";
import { watchIntroduction } from "./watch-introduction";

/** One laptop: the room as the app opens it, over real WebRTC, with its disk in memory. */
const item = "contract";
const servers = liveCell<readonly string[]>([]);
const channels = countChannels();
const introduction = watchIntroduction();
const doc = new Y.Doc();

interface Laptop {
  readonly room: Room;
  readonly join: () => Promise<void>;
}
let laptop: Laptop | null = null;

const here = (): Laptop => {
  if (laptop === null) throw new Error("the laptop was not started");
  return laptop;
};
const note = (): string => here().room.loop.discussion(item);

const start = async ({ deviceId, key, signalingUrl, topic, relayAfter }: PageSetup): Promise<void> => {
  const room = unwrap(
    await openRoom({
      loopId: anId(loopIdSchema, "loop"),
      deviceId: deviceIdSchema.parse(deviceId),
      doc,
      persistence: memoryPersistence(),
      // The tests move megabytes in one note, which the screens do not let a person write.
      limits: { noteUnits: 16 * 1024 * 1024 },
    }),
  );
  const bytes = new Uint8Array(32).fill(key);
  const transportKey = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  servers.set([signalingUrl]);
  const transport = webrtcTransport({ servers, room: topic, password: "password", relayAfter });
  laptop = { room, join: () => room.join(transport, aesGcmFrameCipher(transportKey, crypto)) };
};

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const changed = (limitMs: number): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      doc.off("update", finish);
      stopPeers();
      resolve();
    };
    const timer = setTimeout(finish, limitMs);
    doc.on("update", finish);
    const stopPeers = here().room.peers.subscribe(finish);
  });

/** As on a network that keeps laptops apart: what leads from one to the other is not used. */
let isolated = false;
const addCandidate = RTCPeerConnection.prototype.addIceCandidate;
RTCPeerConnection.prototype.addIceCandidate = async function (candidate) {
  if (!isolated) await Reflect.apply(addCandidate, this, [candidate]);
};

/** As on a connection that is dead and does not know it. */
let swallowing = false;
const sendOn = RTCDataChannel.prototype.send;
RTCDataChannel.prototype.send = function (data: unknown) {
  if (!swallowing) Reflect.apply(sendOn, this, [data]);
};

window.rig = {
  swallow: (now) => {
    swallowing = now;
  },
  heldBy: () =>
    [...here().room.holdings.get()].flatMap(([device, holding]) => (holding.holds === "all" ? [device] : [])),
  isolate: (now) => {
    isolated = now;
  },
  start,
  setServers: (urls) => servers.set(urls),
  join: () => {
    introduction.renew();
    return here().join();
  },
  introduced: introduction.done,
  leave: () => here().room.leave(),
  close: () => here().room.close(),
  write: (text) => here().room.loop.setDiscussion(item, note() + text),
  length: () => note().length,
  tail: (count) => note().slice(-count),
  digest: async () => hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(note()))),
  peers: () => here().room.peers.get(),
  channels,
  changed,
};
