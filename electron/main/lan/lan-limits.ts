import type { ConnectionLimits } from "./connection-limit";
import type { RelayLimits } from "./signal-relay";

export interface ServerLimits extends ConnectionLimits, RelayLimits {
  readonly maxLobbyBytes: number;
  /** A connection that has not asked for its upgrade by then is closed, in milliseconds. */
  readonly upgradeMs: number;
  readonly heartbeatMs: number;
}

/**
 * A panel has at most a dozen laptops with one or two sockets each. A laptop that joins a room of twelve sends some
 * 250 messages at once (one offer and its candidates for each of the others), hence the burst.
 */
export const defaultServerLimits: ServerLimits = {
  maxConnections: 128,
  maxPerAddress: 24,
  topicsPerSocket: 32,
  messageRate: { burst: 600, perSecond: 100 },
  passRate: { burst: 400, perSecond: 200 },
  maxUnreadBytes: 4 * 1024 * 1024,
  idleMs: 15_000,
  maxSignalBytes: 256 * 1024,
  maxLobbyBytes: 16 * 1024,
  upgradeMs: 5_000,
  heartbeatMs: 5_000,
};
