/** How much one message may cost before anything of it is believed. */
export interface GateLimits {
  /** Longest message in bytes after opening. */
  readonly messageBytes: number;
  /** Most structs in one update; each costs some 100 bytes of memory. */
  readonly structs: number;
  /** Most bytes of a peer's state that may wait for something nobody present has. */
  readonly waitingBytes: number;
  /** Longest debrief note in UTF-16 units; the screen lets a person write half of that. */
  readonly noteUnits: number;
  /** After so many refusals a connection is no longer listened to. */
  readonly refusals: number;
}

export const defaultGateLimits: GateLimits = {
  messageBytes: 32 * 1024 * 1024,
  structs: 1_000_000,
  waitingBytes: 1024 * 1024,
  noteUnits: 100_000,
  refusals: 20,
};
