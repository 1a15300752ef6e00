import type { Rate } from "./token-bucket";

export interface LobbyLimits {
  /** For each message of the handshake, in milliseconds. */
  readonly handshakeMs: number;
  /** How long a request waits for the facilitator. */
  readonly waitingMs: number;
  /** How long an admitted laptop may take to keep the secret; its person may still be comparing words. */
  readonly acceptMs: number;
  readonly maxWaiting: number;
  readonly maxWaitingPerAddress: number;
  /** Hellos from one address. */
  readonly helloRate: Rate;
}

export const defaultLobbyLimits: LobbyLimits = {
  handshakeMs: 5_000,
  waitingMs: 30 * 60_000,
  acceptMs: 2 * 60_000,
  maxWaiting: 24,
  maxWaitingPerAddress: 4,
  helloRate: { burst: 10, perSecond: 0.5 },
};
