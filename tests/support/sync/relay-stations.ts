import { WebsocketClient } from "lib0/websocket";
import { WebSocket } from "ws";
import { Awareness } from "y-protocols/awareness";
import { liveCell } from "../../../src/domain/live";
import { type Relay, startRelay } from "../../../src/sync/transport/relay/relay";
import type { Transport } from "../../../src/sync/transport/transport";
import { newPeerList } from "../../../src/sync/transport/webrtc/peer-list";
import { appOrigin } from "../lan/wire-client";
import { seededRandom } from "../seeded-random";

/** What a window has: a WebSocket that names the page's origin. */
export class WindowSocket extends WebSocket {
  constructor(url: string) {
    super(url, { origin: appOrigin });
  }
}

/** Laptops that reach one server and no other laptop: everything between them goes through it. */
export const relayStations = (urls: readonly string[], topic: string) => {
  const random = seededRandom(11).next;
  const running = new Map<string, Relay>();
  const muted = new Set<string>();
  let made = 0;

  const transport = (): Transport => {
    made += 1;
    const name = `laptop-${made}`;
    const peers = newPeerList();
    const serverReached = liveCell(false);
    let stop = (): void => undefined;
    return {
      peers: peers.live,
      serverReached,
      hurry: () => undefined,
      connect: ({ doc, deviceId, openLink }) => {
        const servers = urls.map((url) => new WebsocketClient(url));
        for (const server of servers) {
          const send = server.send.bind(server);
          server.send = (message: { readonly type: string }) => {
            if (message.type !== "pass" || !muted.has(name)) send(message);
          };
        }
        for (const server of servers) {
          server.on("connect", () => server.send({ type: "subscribe", topics: [topic] }));
        }
        const awareness = new Awareness(doc);
        awareness.setLocalState({ deviceId });
        const relay = startRelay({
          doc,
          name,
          topic,
          servers: () => servers,
          awareness,
          openLink: (url) => peers.followLinks(openLink, url),
          random,
          patience: 0,
        });
        running.set(name, relay);
        stop = () => {
          running.delete(name);
          relay.close();
          awareness.destroy();
          for (const server of servers) server.destroy();
        };
      },
      disconnect: async () => stop(),
    };
  };
  return {
    transport,
    /** What the laptop that was made at this place sends to others is lost from now on, or no longer. */
    mute: (index: number, isMuted: boolean): void => {
      if (isMuted) muted.add(`laptop-${index + 1}`);
      else muted.delete(`laptop-${index + 1}`);
    },
    /** A second passes for every laptop, each of which has heard of all others. */
    look: (): void => {
      for (const [name, relay] of running) relay.look([...running.keys()].filter((other) => other !== name));
    },
  };
};
