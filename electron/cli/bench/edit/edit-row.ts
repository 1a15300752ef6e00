import { type BenchRow, benchRow, percentile } from "../bench";
import { clockOffset, type RoundTrip } from "./clock-offset";

/** One edit and one of each of its peers. Milliseconds. */
export interface Sample {
  /** The key reached the writer's window, by its clock. */
  readonly pressed: number;
  /** The observers of the reader's document had run, by the reader's clock. */
  readonly observed: number;
  /** The reader's window showed it, by the reader's clock. */
  readonly shown: number;
  readonly ping: RoundTrip;
  readonly askMain: number;
  readonly dataSync: number;
}

const p95 = (values: readonly number[]): number => percentile(values, 0.95);

const shown = (milliseconds: number): string => milliseconds.toFixed(2);

/** The row of a run. The clocks' offset comes from the same bare channel that is the peer. */
export const editRow = (name: string, bound: number, samples: readonly Sample[]): BenchRow => {
  const { offset, uncertainty } = clockOffset(samples.map(({ ping }) => ping));
  const value = p95(samples.map(({ observed, pressed }) => observed - offset - pressed));
  const screen = p95(samples.map(({ shown: at, pressed }) => at - offset - pressed));
  const channel = p95(samples.map(({ ping }) => ping.received - offset - ping.sent));
  const question = p95(samples.map(({ askMain }) => askMain));
  const disk = p95(samples.map((sample) => sample.dataSync));
  return benchRow({
    name,
    value,
    against: `one-way bare data channel (${shown(channel)}) + IPC round trip (${shown(question)}) + fdatasync (${shown(disk)}), p95 of ${samples.length} each, in turns with the edit; the edit from the key press in one window until the observers of the other's document have run (in its DOM after ${shown(screen)}); clocks within ${shown(uncertainty)} ms`,
    againstValue: channel + question + disk,
    bound,
  });
};
