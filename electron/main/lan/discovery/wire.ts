import { createSocket } from "node:dgram";
import type { Answer } from "dns-packet";
import multicastDns from "multicast-dns";
import { tokenBucket } from "../token-bucket";
import { serviceName } from "./announcement";
import type { DiscoveryLimits } from "./discovery-limits";
import { onLink } from "./on-link";
import type { Place } from "./places";

/** One place's socket on the network. */
export interface Wire {
  readonly place: Place;
  readonly ask: () => void;
  readonly tell: (answers: readonly Answer[]) => void;
  /** Resolves when what was told last has left and the socket is closed. */
  readonly close: () => Promise<void>;
}

export interface WireListener {
  /** A decoded datagram that came from this place's own network. */
  readonly onPacket: (packet: unknown, source: string) => void;
  readonly onReady: () => void;
  /** The system does not let this program listen here. */
  readonly onFailure: () => void;
}

const groups = { IPv4: "224.0.0.251", IPv6: "ff02::fb" } as const;
const anyAddress = { IPv4: "0.0.0.0", IPv6: "::" } as const;
const types = { IPv4: "udp4", IPv6: "udp6" } as const;

/**
 * Listens to multicast DNS at one place. The socket is bound to every address, since Linux gives no multicast to a
 * socket bound to one, and joins the group on this card only, which works without a default route. As every such
 * socket then hears every card, what comes from another network is passed over: that card has a wire of its own.
 */
export const openWire = (
  place: Place,
  limits: DiscoveryLimits,
  listener: WireListener,
  port?: number,
): Wire => {
  const { family } = place;
  const isNear = onLink(place);
  const rate = tokenBucket(limits.packetRate, () => performance.now());
  const socket = createSocket({ type: types[family], reuseAddr: true, ipv6Only: family === "IPv6" });
  const mdns = multicastDns({
    socket,
    type: types[family],
    ip: groups[family],
    interface: place.joinOn,
    bind: anyAddress[family],
    ...(port === undefined ? {} : { port }),
  });
  // The library decodes whatever arrives; a flood must not get that far.
  const decoders = socket.listeners("message");
  socket.removeAllListeners("message");
  socket.on("message", (bytes, from) => {
    if (bytes.length > limits.maxPacketBytes || !isNear(from.address) || !rate.take()) return;
    for (const decode of decoders) Reflect.apply(decode, socket, [bytes, from]);
  });
  mdns.on("error", listener.onFailure);
  mdns.on("ready", listener.onReady);
  const hear = (packet: unknown, { address }: { readonly address: string }) =>
    listener.onPacket(packet, address);
  mdns.on("query", hear);
  mdns.on("response", hear);

  let sending: Promise<void> = Promise.resolve();
  /** What cannot be sent now, for instance because the cable was just pulled, is asked or told again later. */
  const send = (deliver: (done: () => void) => void): void => {
    const sent = new Promise<void>((resolve) => deliver(resolve));
    sending = Promise.all([sending, sent]).then(() => undefined);
  };
  return {
    place,
    ask: () => send((done) => mdns.query({ questions: [{ type: "PTR", name: serviceName }] }, done)),
    tell: (answers) => send((done) => mdns.respond({ answers: [...answers] }, done)),
    close: async () => {
      await sending;
      await new Promise<void>((resolve) => mdns.destroy(resolve));
    },
  };
};
