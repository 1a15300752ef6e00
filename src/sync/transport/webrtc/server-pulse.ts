import type { SignalingConn } from "y-webrtc";

/** As much of a signaling connection as its pulse needs. */
export type Pulsed = Pick<SignalingConn, "ws" | "connected" | "connecting" | "send" | "on" | "off">;

/** Ticks a server may be silent before the connection to it is made anew. */
const patienceTicks = 3;
/** Ticks a connection may take: the system repeats a lost attempt after 1 and 3 seconds and then far too late. */
const connectTicks = 2;

/** Watches the connections to servers, tick by tick. */
export interface ServerPulse {
  /** Asks every connected server for a sign of life, and makes anew what gave none; called every other second. */
  readonly tick: (servers: readonly Pulsed[]) => void;
  /** The network changed: what is not connected is tried now, and whoever is connected has to answer by the next tick. */
  readonly hurry: (servers: readonly Pulsed[]) => void;
  readonly close: () => void;
}

/**
 * Drops the socket and lets lib0 make another at once. A socket whose network went away neither closes nor fails for
 * half a minute, `close` itself waits for an answer that does not come, and an attempt made while the network was down
 * is repeated by the system after longer and longer pauses.
 */
const renew = (server: Pulsed): void => {
  const socket = server.ws;
  if (socket === null) return;
  const closed = socket.onclose;
  socket.onclose = null;
  socket.onerror = null;
  socket.onmessage = null;
  closed?.call(socket, new CloseEvent("close"));
  socket.close();
};

/** A pause between attempts that fail at once is lib0's own; everything that just hangs is this one's. */
export const newServerPulse = (): ServerPulse => {
  const silent = new Map<Pulsed, number>();
  /** The socket each server was last seen connected by. Its "connect" tells nothing: announcing a laptop repeats it. */
  const met = new Map<Pulsed, Pulsed["ws"]>();
  const undos = new Map<Pulsed, () => void>();
  const watch = (server: Pulsed): void => {
    if (undos.has(server)) return;
    const heard = (): void => void silent.set(server, 0);
    server.on("message", heard);
    undos.set(server, () => server.off("message", heard));
  };
  /** True once for each connection that came about. */
  const meets = (server: Pulsed): boolean => {
    if (!server.connected || met.get(server) === server.ws) return false;
    met.set(server, server.ws);
    return true;
  };
  const forgetOthers = (servers: readonly Pulsed[]): void => {
    for (const [server, undo] of undos) {
      if (servers.includes(server)) continue;
      undo();
      undos.delete(server);
      silent.delete(server);
      met.delete(server);
    }
  };
  const check = (server: Pulsed): void => {
    watch(server);
    const ticks = meets(server) ? 1 : (silent.get(server) ?? 0) + 1;
    silent.set(server, ticks);
    if (ticks > (server.connected ? patienceTicks : connectTicks)) {
      silent.set(server, 0);
      renew(server);
    } else if (server.connected) server.send({ type: "ping" });
  };
  return {
    tick: (servers) => {
      forgetOthers(servers);
      for (const server of servers) check(server);
    },
    hurry: (servers) => {
      for (const server of servers) {
        watch(server);
        if (!server.connected) {
          renew(server);
          continue;
        }
        meets(server);
        silent.set(server, patienceTicks - 1);
        check(server);
      }
    },
    close: () => forgetOthers([]),
  };
};
