import type { Host } from "./host";

const everyMs = 500;

/** The memory of several hosts, looked at twice a second. */
export interface MemoryWatch {
  /** The most megabytes that any host has had so far. */
  readonly most: () => number;
  /** The most megabytes that this host has had since this was asked before. */
  readonly mostSince: (host: Host) => number;
  readonly stop: () => void;
}

export const watchMemory = (hosts: readonly Host[]): MemoryWatch => {
  let most = 0;
  const since = new Map<Host, number>();
  const look = async (host: Host): Promise<void> => {
    const now = await host.memoryMb();
    most = Math.max(most, now);
    since.set(host, Math.max(since.get(host) ?? 0, now));
  };
  const timer = setInterval(() => {
    for (const host of hosts) void look(host);
  }, everyMs);
  return {
    most: () => most,
    mostSince: (host) => {
      const had = since.get(host) ?? 0;
      since.delete(host);
      return had;
    },
    stop: () => clearInterval(timer),
  };
};
