/** One message there and back: sent and back by the sender's clock, received by the receiver's. Milliseconds. */
export interface RoundTrip {
  readonly sent: number;
  readonly received: number;
  readonly back: number;
}

/** How far the receiver's clock is ahead of the sender's, and by how much that may be wrong at most. */
export interface ClockOffset {
  readonly offset: number;
  readonly uncertainty: number;
}

/**
 * The offset between two clocks of one machine, which both run on its monotonic clock and so never drift apart: by the
 * quickest round trip, as NTP does (RFC 5905, section 8). Half of it is the largest possible error.
 */
export const clockOffset = (trips: readonly RoundTrip[]): ClockOffset => {
  const [first, ...rest] = trips;
  if (first === undefined) throw new Error("no round trips");
  const length = ({ sent, back }: RoundTrip): number => back - sent;
  const best = rest.reduce((quickest, trip) => (length(trip) < length(quickest) ? trip : quickest), first);
  return { offset: best.received - (best.sent + best.back) / 2, uncertainty: length(best) / 2 };
};
