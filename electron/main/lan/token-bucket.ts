/** Lets `burst` things pass at once and `perSecond` in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface TokenBucket {
  /** True where one more may pass now. */
  readonly take: () => boolean;
  /** True where the bucket has had time to fill up, so that forgetting it changes nothing. */
  readonly isFull: () => boolean;
}

/** @param now milliseconds of a clock that never goes back. */
export const tokenBucket = ({ burst, perSecond }: Rate, now: () => number): TokenBucket => {
  let tokens = burst;
  let filledAt = now();
  const fill = () => {
    const at = now();
    tokens = Math.min(burst, tokens + ((at - filledAt) / 1000) * perSecond);
    filledAt = at;
  };
  return {
    take: () => {
      fill();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    isFull: () => {
      fill();
      return tokens >= burst;
    },
  };
};

const roomFor = 1000;

/** One bucket per address; addresses that have been quiet are forgotten, so that memory stays bounded. */
export const bucketPerAddress = (rate: Rate, now: () => number): ((address: string) => boolean) => {
  const buckets = new Map<string, TokenBucket>();
  const forgetQuiet = () => {
    for (const [address, bucket] of buckets) if (bucket.isFull()) buckets.delete(address);
  };
  return (address) => {
    if (buckets.size >= roomFor) forgetQuiet();
    const known = buckets.get(address);
    if (known !== undefined) return known.take();
    if (buckets.size >= roomFor) return false;
    const bucket = tokenBucket(rate, now);
    buckets.set(address, bucket);
    return bucket.take();
  };
};
