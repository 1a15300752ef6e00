/** A connection as the watchdog sees it. */
export interface Watched<Connection> {
  readonly connection: Connection;
  readonly connected: boolean;
}

/**
 * Finds connections that never get anywhere. An offer that nobody answers does not time out by itself, and while it
 * lies there y-webrtc opens no other connection to the same laptop: after an outage the two would never meet again.
 */
export interface Watchdog<Connection> {
  /** The connections that have been unconnected for longer than the limit at `now` (milliseconds, any origin). */
  readonly overdue: (now: number, connections: readonly Watched<Connection>[]) => readonly Connection[];
}

export const newWatchdog = <Connection>(limitMs: number): Watchdog<Connection> => {
  let waitingSince = new Map<Connection, number>();
  return {
    overdue: (now, connections) => {
      const still = new Map<Connection, number>();
      for (const { connection, connected } of connections) {
        if (!connected) still.set(connection, waitingSince.get(connection) ?? now);
      }
      waitingSince = still;
      return [...still].filter(([, since]) => now - since > limitMs).map(([connection]) => connection);
    },
  };
};
