import { unsubscribe } from "lib0/broadcastchannel";
import { Awareness } from "y-protocols/awareness";
import { WebrtcConn, WebrtcProvider } from "y-webrtc";
import { type Live, liveCell } from "../../../domain/live";
import { defaultGateLimits } from "../../gate/limits";
import type { OpenLink } from "../../gate/link";
import { type Relay, startRelay } from "../relay/relay";
import type { Transport, TransportSession } from "../transport";
import type { ChunkingPeerOptions } from "./chunking-peer";
import { watchConnections } from "./connection-watch";
import { hearSignals } from "./hear-signals";
import { Introductions } from "./introductions";
import type { Addresses } from "./one-per-laptop";
import { newPeerList, type PeerList } from "./peer-list";
import { newServerPulse } from "./server-pulse";
import { type FollowedServers, followServers, serversOf } from "./servers";
import { newUnreached } from "./unreached";

export interface WebrtcTransportOptions {
  /**
   * Where laptops are introduced to each other: those of the loop that host, and never a public server. It may change
   * at any time, and whoever is connected stays so.
   */
  readonly servers: Live<readonly string[]>;
  /** Which of them are addresses of one laptop, as far as that is known; one of those is enough. */
  readonly sameLaptop?: Live<readonly Addresses[]>;
  /** The loop's topic; a window is in a room once. */
  readonly room: string;
  /** Seals what the signaling servers pass on. */
  readonly password: string;
  /** Seconds after which the frames of a laptop that is not reached directly go through a server; for tests. */
  readonly relayAfter?: number;
}

/** A panel is smaller; connections that are being given up must not keep a laptop out. */
const maxConnections = 40;
/** A connection on one network takes well under a second; see `Watchdog` for why none may wait for ever. */
const connectWithinMs = 8_000;
const lookEveryMs = 1_000;
/** In looks. */
const pulseEvery = 2;
const announceEvery = 10;

type PeerOptions = Omit<ChunkingPeerOptions, "initiator">;

/** No server outside the loop is asked for addresses: laptops on one network see each other's. */
const peerOptions = (openLink: OpenLink, onSecondOffer: PeerOptions["onSecondOffer"]): PeerOptions => ({
  config: { iceServers: [] },
  maxMessageBytes: defaultGateLimits.messageBytes,
  openLink,
  onSecondOffer,
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

/** Hangs up an old connection and takes the offer that came on it as the first of a new one. */
const answerAnew = (provider: WebrtcProvider, peer: object, offer: object): void => {
  const { room } = provider;
  const old = [...(room?.webrtcConns.values() ?? [])].find((connection) => connection.peer === peer);
  const server = serversOf(provider).find(({ connected }) => connected);
  if (room === null || old === undefined || server === undefined) return;
  // y-webrtc listens for the same event and forgets the old connection first.
  old.peer.on("close", () => {
    const connection = new WebrtcConn(server, false, old.remotePeerId, room);
    room.webrtcConns.set(old.remotePeerId, connection);
    connection.peer.signal(offer);
  });
  old.destroy();
};

/** y-webrtc announces itself once; said again, whoever missed it hears it. */
const announce = (provider: WebrtcProvider): void => {
  for (const server of serversOf(provider)) if (server.connected) server.emit("connect", []);
};

/** Reaches through the servers who is not reached directly; `look` is called every second. */
const relayFor = (
  provider: WebrtcProvider,
  { doc, openLink }: TransportSession,
  peers: PeerList,
  patience: number | undefined,
) => {
  const unreached = newUnreached();
  const listen = ({ added }: { readonly added: readonly string[] }): void => {
    for (const name of added) unreached.heard(name);
  };
  provider.on("peers", listen);
  let relay: Relay | null = null;
  const start = (room: NonNullable<WebrtcProvider["room"]>): Relay =>
    startRelay({
      doc,
      name: room.peerId,
      topic: room.name,
      servers: () => serversOf(provider),
      awareness: provider.awareness,
      openLink: (url) => peers.followLinks(openLink, url),
      random: Math.random,
      ...(patience === undefined ? {} : { patience }),
    });
  return {
    look: (): void => {
      if (provider.room === null) return;
      relay ??= start(provider.room);
      relay.look(unreached.look(provider.room.webrtcConns));
    },
    stop: (): void => {
      provider.off("peers", listen);
      relay?.close();
    },
  };
};

/** Looks after connections and servers until its `stop`. */
const lookAfter = (
  provider: WebrtcProvider,
  relay: { readonly look: () => void },
  servers: Pick<FollowedServers, "look">,
) => {
  const watch = watchConnections(connectWithinMs);
  const pulse = newServerPulse();
  const connections = () => [...(provider.room?.webrtcConns.values() ?? [])];
  let looks = 0;
  const look = (): void => {
    looks += 1;
    watch.look(performance.now(), connections());
    servers.look();
    relay.look();
    if (looks % pulseEvery === 0) pulse.tick(serversOf(provider));
    if (looks % announceEvery === 0) announce(provider);
  };
  const timer = setInterval(look, lookEveryMs);
  return {
    hurry: (): void => {
      watch.hurry(connections());
      pulse.hurry(serversOf(provider));
      announce(provider);
    },
    stop: (): void => {
      clearInterval(timer);
      pulse.close();
    },
  };
};

interface Running {
  readonly hurry: () => void;
  readonly stop: () => Promise<void>;
}

/** Laptops meet over WebRTC data channels, introduced by the loop's own signaling servers. */
export const webrtcTransport = (options: WebrtcTransportOptions): Transport => {
  const peers = newPeerList();
  const serverReached = liveCell(false);
  let running: Running | null = null;

  const start = ({ doc, deviceId, openLink, onRefused = () => undefined }: TransportSession): Running => {
    const awareness = new Awareness(doc);
    const stopListening = peers.followAwareness(awareness, deviceId);
    awareness.setLocalState({ deviceId });
    const provider: WebrtcProvider = new WebrtcProvider(options.room, doc, {
      signaling: [],
      password: options.password,
      awareness,
      maxConns: maxConnections,
      peerOpts: peerOptions(peers.followLinks(openLink), (...offered) => answerAnew(provider, ...offered)),
    });
    const opened = Promise.resolve(provider.key).then(() => {
      closeBroadcastChannel(provider);
      if (provider.room !== null)
        provider.room.webrtcConns = new Introductions(provider.room.peerId, () => announce(provider));
    });
    const relay = relayFor(provider, { doc, deviceId, openLink }, peers, options.relayAfter);
    const servers = followServers(
      provider,
      { urls: options.servers, sameLaptop: options.sameLaptop ?? liveCell([]) },
      serverReached,
      () => closeBroadcastChannel(provider),
      (server) => hearSignals(server, provider, onRefused),
    );
    const { hurry, stop } = lookAfter(provider, relay, servers);
    return {
      hurry,
      stop: async () => {
        stop();
        relay.stop();
        servers.stop();
        stopListening();
        // `destroy` alone leaves the signaling socket behind, which reconnects for ever.
        provider.disconnect();
        provider.destroy();
        awareness.destroy();
        await opened;
      },
    };
  };
  return {
    peers: peers.live,
    serverReached,
    connect: (session) => {
      if (running !== null) throw new Error("connected already");
      running = start(session);
    },
    hurry: () => running?.hurry(),
    disconnect: async () => {
      const left = running;
      running = null;
      await left?.stop();
    },
  };
};
