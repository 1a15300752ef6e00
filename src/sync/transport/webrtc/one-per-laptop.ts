/** Addresses under which one laptop's server is reached, the likeliest first. */
export type Addresses = readonly string[];

/** Which servers need no connection, since another address of the same laptop has one. */
export interface SpareServers {
  /** Called every second. A connection is spare only for a while before it counts: what is being arranged over it ends first. */
  readonly look: (groups: readonly Addresses[], connected: ReadonlySet<string>) => void;
  /** Called when a connection came or went: an address is needed at once where the one that was used is lost. */
  readonly note: (groups: readonly Addresses[], connected: ReadonlySet<string>) => void;
  readonly isSpare: (url: string) => boolean;
}

/** In looks; longer than laptops take to be introduced to each other before the watchdog begins anew. */
const patience = 10;

/** Of each laptop all but the likeliest address that is connected; none where none is. */
const othersThanTheBest = (groups: readonly Addresses[], connected: ReadonlySet<string>): readonly string[] =>
  groups.flatMap((addresses) => {
    const best = addresses.find((url) => connected.has(url));
    return best === undefined ? [] : addresses.filter((url) => url !== best);
  });

export const newSpareServers = (): SpareServers => {
  let looks = new Map<string, number>();
  const count = (step: number, groups: readonly Addresses[], connected: ReadonlySet<string>): void => {
    const spare = othersThanTheBest(groups, connected);
    looks = new Map(spare.map((url) => [url, (looks.get(url) ?? 0) + step]));
  };
  return {
    look: (groups, connected) => count(1, groups, connected),
    note: (groups, connected) => count(0, groups, connected),
    isSpare: (url) => (looks.get(url) ?? 0) >= patience,
  };
};
