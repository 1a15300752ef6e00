import { randomBytes } from "node:crypto";
import type { NearbyLoop } from "../../../electron/contract/lan";
import type { Host } from "./namespaces";
import { type LineProcess, spawnLines } from "./spawn-lines";

interface Notice {
  readonly loops?: readonly NearbyLoop[];
}

/** One laptop's discovery in a process of its own, on a host or on this machine. */
export interface Discoverer extends LineProcess {
  readonly announce: (...doors: readonly { readonly label: string; readonly port: number }[]) => void;
  readonly look: () => void;
  readonly stopLooking: () => void;
  /** Resolves once the newest list, now or later, has exactly these codes. */
  readonly untilList: (...typedCodes: readonly string[]) => Promise<void>;
}

export interface DiscovererSetup {
  readonly on?: Host;
  readonly port?: number;
  readonly onlyLoopback?: boolean;
  readonly limits?: Readonly<Record<string, unknown>>;
}

const codesOf = (loops: readonly NearbyLoop[]): string =>
  loops
    .map(({ typedCode }) => typedCode)
    .sort()
    .join(" ");

export const startDiscoverer = async ({ on, ...rest }: DiscovererSetup): Promise<Discoverer> => {
  const setup = { instance: randomBytes(4).toString("hex"), ...rest };
  const started = await spawnLines(
    "tests/support/lan/processes/discovery.ts",
    [JSON.stringify(setup)],
    on?.prefix ?? [],
  );
  const newest = (): string | undefined => {
    const loops = (started.lines as readonly Notice[]).findLast((line) => line.loops !== undefined)?.loops;
    return loops === undefined ? undefined : codesOf(loops);
  };
  return {
    ...started,
    announce: (...doors) => started.order({ announce: doors }),
    look: () => started.order({ look: true }),
    stopLooking: () => started.order({ look: false }),
    untilList: async (...typedCodes) => {
      const wanted = [...typedCodes].sort().join(" ");
      if (newest() === wanted) return;
      await started.until(() => newest() === wanted, started.lines.length);
    },
  };
};
