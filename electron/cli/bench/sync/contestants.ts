import type { Alias } from "vite";
import { startSignalingServer } from "../../../main/lan/signaling-server";
import { ensurePeers } from "../install-peers";
import { panelbooksPeer } from "../page/page-script";
import { startPeerServer } from "./peer-server";

/** The server a pair of pages needs. */
interface BenchServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A way to keep two laptops in step, with the configuration it is measured in. */
export interface Contestant {
  /** The page's file. */
  readonly entry: string;
  /** What is put in the place of a module while the page is built. */
  readonly alias?: readonly Alias[];
  /** In words, for the row. */
  readonly configuration: string;
  /** `origin` is where the pages come from, `folder` where the server may write. */
  readonly serve: (origin: string, folder: string) => Promise<BenchServer>;
}

const peerOf =
  (name: string): Contestant["serve"] =>
  async (_origin, folder) => {
    await ensurePeers();
    const { port, close } = await startPeerServer(name, folder);
    return { url: `ws://127.0.0.1:${port}`, close };
  };

export const panelbook: Contestant = {
  entry: "tests/bench/sync/panelbook.ts",
  alias: panelbooksPeer,
  configuration: "WebRTC, frames sealed and checked, encrypted rows with strict durability on both laptops",
  serve: async (origin) => {
    const started = await startSignalingServer({
      port: 0,
      ports: 1,
      hosts: ["127.0.0.1"],
      knownTopics: ["bench"],
      origins: [origin],
      onLobby: null,
      limits: {},
      report: (error) => {
        throw error;
      },
    });
    if (!started.ok) throw new Error("the signaling server did not start");
    const { port, stop } = started.value;
    return { url: `ws://127.0.0.1:${port}/signal`, close: stop };
  },
};

export const rxdbWebrtc: Contestant = {
  entry: "tests/bench/sync/rxdb.ts",
  configuration:
    "RxDB's WebRTC replication, Dexie storage with strict durability on both laptops, plain rows",
  serve: peerOf("rxdb"),
};

export const automergeRepo: Contestant = {
  entry: "tests/bench/peers/pages/automerge.js",
  configuration: "automerge-repo over its WebSocket adapter, IndexedDB on both laptops, files on the server",
  serve: peerOf("automerge"),
};

export const hocuspocus: Contestant = {
  entry: "tests/bench/peers/pages/hocuspocus.js",
  configuration: "Yjs over Hocuspocus, y-indexeddb on both laptops, the server writes with fdatasync",
  serve: peerOf("hocuspocus"),
};
