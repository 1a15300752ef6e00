import type { Watchdog } from "./watchdog";
import { newWatchdog } from "./watchdog";

/** As much of a y-webrtc connection as its watch needs. */
export interface WatchedConnection {
  readonly connected: boolean;
  /** The chunking peer; `quietFor` is how many looks ago something came, and starts again by itself. */
  readonly peer: { quietFor: number };
  readonly destroy: () => void;
}

/** Looks in a row without a sign of life after which a connection is dead. */
const quietLimit = 10;
/** After a change of the network a living connection says something within this many looks. */
const hurriedLimit = 4;

/** Ends connections that never come about and those that went silent, so that y-webrtc meets the laptop anew. */
export interface ConnectionWatch {
  /** Called every second; `now` in milliseconds, any origin. */
  readonly look: (now: number, connections: readonly WatchedConnection[]) => void;
  /** The network changed: whoever says nothing soon is taken for gone. */
  readonly hurry: (connections: readonly WatchedConnection[]) => void;
}

/**
 * Silence is counted in looks and not by the clock: a laptop that slept or was busy has heard nobody for as long, and
 * that is no fault of theirs. Every laptop says which state it is in every few seconds.
 */
const hasGoneSilent = (connection: WatchedConnection): boolean => {
  if (!connection.connected) return false;
  connection.peer.quietFor += 1;
  return connection.peer.quietFor > quietLimit;
};

export const watchConnections = (connectWithinMs: number): ConnectionWatch => {
  const watchdog: Watchdog<WatchedConnection> = newWatchdog(connectWithinMs);
  return {
    look: (now, connections) => {
      const watched = connections.map((connection) => ({ connection, connected: connection.connected }));
      const dead = [...watchdog.overdue(now, watched), ...connections.filter(hasGoneSilent)];
      for (const connection of dead) connection.destroy();
    },
    hurry: (connections) => {
      for (const { peer } of connections) peer.quietFor = Math.max(peer.quietFor, quietLimit - hurriedLimit);
    },
  };
};
