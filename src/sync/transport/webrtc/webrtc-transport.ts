import { unsubscribe } from "lib0/broadcastchannel";
import { Awareness } from "y-protocols/awareness";
import { WebrtcProvider } from "y-webrtc";
import type { LiveCell } from "../../../domain/live";
import { liveCell } from "../../../domain/live";
import { defaultGateLimits } from "../../gate/limits";
import type { OpenLink } from "../../gate/link";
import type { Transport, TransportSession } from "../transport";
import type { ChunkingPeerOptions } from "./chunking-peer";
import { newPeerList } from "./peer-list";
import { newWatchdog } from "./watchdog";

export interface WebrtcTransportOptions {
  /** Where laptops are introduced to each other: the hosts of this loop, and never a public server. */
  readonly signalingUrls: readonly string[];
  /** The loop's topic; a window is in a room once. */
  readonly room: string;
  /** Seals what the signaling servers pass on. */
  readonly password: string;
}

/** A panel is smaller; connections that are being given up must not keep a laptop out. */
const maxConnections = 40;
/** A connection on one network takes well under a second; see `Watchdog` for why none may wait for ever. */
const connectWithinMs = 8_000;
const watchEveryMs = 1_000;

type PeerOptions = Omit<ChunkingPeerOptions, "initiator">;

/** No server outside the loop is asked for addresses: laptops on one network see each other's. */
const peerOptions = (openLink: OpenLink): PeerOptions => ({
  config: { iceServers: [] },
  maxMessageBytes: defaultGateLimits.messageBytes,
  openLink,
});

/**
 * y-webrtc also syncs windows of one program through a BroadcastChannel, past every link and so past the gate. The
 * app has one window per loop: that way is closed as soon as y-webrtc has opened it.
 */
const closeBroadcastChannel = ({ room }: WebrtcProvider): void => {
  if (room === null) return;
  unsubscribe(room.name, room._bcSubscriber);
  room.bcconnected = false;
};

/** Destroys connections that do not come about, so that y-webrtc announces itself and tries anew. */
const watchConnections = (provider: WebrtcProvider): (() => void) => {
  const watchdog = newWatchdog<{ readonly destroy: () => void }>(connectWithinMs);
  const look = (): void => {
    const connections = [...(provider.room?.webrtcConns.values() ?? [])];
    const watched = connections.map((connection) => ({ connection, connected: connection.connected }));
    for (const connection of watchdog.overdue(performance.now(), watched)) connection.destroy();
  };
  const timer = setInterval(look, watchEveryMs);
  return () => clearInterval(timer);
};

/** Shows whether any signaling server is connected. */
const watchServers = (provider: WebrtcProvider, reached: LiveCell<boolean>): (() => void) => {
  const servers = [...provider.signalingConns];
  const show = (): void => reached.set(servers.some((server) => server.connected));
  for (const server of servers) {
    server.on("connect", show);
    server.on("disconnect", show);
  }
  show();
  return () => {
    for (const server of servers) {
      server.off("connect", show);
      server.off("disconnect", show);
    }
    reached.set(false);
  };
};

/** Laptops meet over WebRTC data channels, introduced by the loop's own signaling servers. */
export const webrtcTransport = (options: WebrtcTransportOptions): Transport => {
  const peers = newPeerList();
  const serverReached = liveCell(false);
  let stop: (() => Promise<void>) | null = null;

  const start = ({ doc, deviceId, openLink }: TransportSession): (() => Promise<void>) => {
    const awareness = new Awareness(doc);
    const stopListening = peers.followAwareness(awareness, deviceId);
    awareness.setLocalState({ deviceId });
    const provider = new WebrtcProvider(options.room, doc, {
      signaling: [...options.signalingUrls],
      password: options.password,
      awareness,
      maxConns: maxConnections,
      peerOpts: peerOptions(peers.followLinks(openLink)),
    });
    const opened = Promise.resolve(provider.key).then(() => closeBroadcastChannel(provider));
    const stopWatching = watchConnections(provider);
    const stopShowing = watchServers(provider, serverReached);
    return async () => {
      stopWatching();
      stopShowing();
      stopListening();
      // `destroy` alone leaves the signaling socket behind, which reconnects for ever.
      provider.disconnect();
      provider.destroy();
      awareness.destroy();
      await opened;
    };
  };
  return {
    peers: peers.live,
    serverReached,
    connect: (session) => {
      if (stop !== null) throw new Error("connected already");
      stop = start(session);
    },
    disconnect: async () => {
      const stopping = stop;
      stop = null;
      await stopping?.();
    },
  };
};
