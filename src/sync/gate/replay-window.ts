/** How far a frame may come behind a later one. */
const windowSize = 64;

/** Remembers which of a sender's numbers were seen, as RFC 4303 (3.4.3) does: an order may be upset, a repeat not. */
export interface ReplayWindow {
  /** True the first time a number comes; false for a repeat and for what is too old to tell. */
  readonly accept: (number: number) => boolean;
}

export const replayWindow = (): ReplayWindow => {
  const seen = new Set<number>();
  let highest = 0;
  return {
    accept: (number) => {
      if (number < 1 || number <= highest - windowSize || seen.has(number)) return false;
      seen.add(number);
      highest = Math.max(highest, number);
      for (const old of seen) if (old <= highest - windowSize) seen.delete(old);
      return true;
    },
  };
};
