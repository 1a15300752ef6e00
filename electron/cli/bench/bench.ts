/** One measured comparison. Only `ratio` is judged; the absolute values are information about one machine. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "bytes";
  /** What it is measured against, in words. */
  readonly against: string;
  readonly againstValue: number;
  /** value / againstValue. */
  readonly ratio: number;
  /** The largest ratio that is accepted. */
  readonly bound: number;
  readonly holds: boolean;
}

export interface Bench {
  readonly name: string;
  readonly run: () => Promise<BenchRow>;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A row from two values of one run. */
export const benchRow = (
  row: Omit<BenchRow, "ratio" | "holds" | "unit"> & Partial<Pick<BenchRow, "unit">>,
): BenchRow => {
  const ratio = row.value / row.againstValue;
  return {
    unit: "ms",
    ...row,
    value: round(row.value),
    againstValue: round(row.againstValue),
    ratio: round(ratio),
    holds: ratio <= row.bound,
  };
};

/** The value below which `share` of the sorted samples lie: 0.5 the median, 0.95 what only one in twenty exceeds. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((left, right) => left - right);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new Error("no samples");
  return value;
};

/** Milliseconds that `work` takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** Times of two kinds of work that were done in turns, milliseconds. */
export interface InTurns {
  readonly work: number;
  readonly peer: number;
}

/**
 * The lower fifth of the times of two kinds of work, done in turns: what other programs do only ever adds time. Each
 * goes first every second round, so that neither always pays for the garbage of the other.
 */
export const inTurns = async (rounds: number, work: () => unknown, peer: () => unknown): Promise<InTurns> => {
  const works: number[] = [];
  const peers: number[] = [];
  const takeWork = async (): Promise<unknown> => works.push(await timed(work));
  const takePeer = async (): Promise<unknown> => peers.push(await timed(peer));
  await work();
  await peer();
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? [takeWork, takePeer] : [takePeer, takeWork];
    await first();
    await second();
  }
  return { work: percentile(works, 0.2), peer: percentile(peers, 0.2) };
};
