import { setTimeout } from "node:timers/promises";
import { openRigWindows } from "../../../../tests/support/webrtc-rig/rig-windows";
import { type Bench, type BenchRow, benchRow, percentile } from "../bench";
import { clockOffset, type RoundTrip } from "../edit/clock-offset";
import { openBlankOrigin } from "../page/blank-origin";
import { type Contestant, panelbook } from "./contestants";
import { openPair, type Pair, type Stage } from "./pair";

const warmUps = 20;
const rounds = 150;
/** Everything an edit sets going is over by then, so that nobody pays for the other's work. */
const pauseMs = 60;

interface Series {
  readonly pings: RoundTrip[];
  readonly edits: { readonly pressed: number; readonly seen: number }[];
}

const sample = async (pair: Pair, series: Series): Promise<void> => {
  await setTimeout(pauseMs);
  series.pings.push(await pair.probe.ping(64));
  series.edits.push(await pair.edit());
};

/** Milliseconds from an edit to the other window's observer that one in twenty exceeds. */
const p95Of = ({ pings, edits }: Series): number => {
  const { offset } = clockOffset(pings);
  return percentile(
    edits.map(({ pressed, seen }) => seen - offset - pressed),
    0.95,
  );
};

const inTurns = async (pairs: readonly Pair[]): Promise<readonly number[]> => {
  for (const pair of pairs) for (let count = 0; count < warmUps; count += 1) await pair.edit();
  const series = pairs.map((): Series => ({ pings: [], edits: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, pair] of pairs.entries()) await sample(pair, series[index] as Series);
  }
  return series.map(p95Of);
};

/** Both pairs in turns; whatever was opened is closed again. */
const compare = async (stage: Stage, peer: Contestant): Promise<readonly number[]> => {
  const pairs: Pair[] = [];
  try {
    pairs.push(await openPair(panelbook, stage, 0));
    pairs.push(await openPair(peer, stage, 2));
    return await inTurns(pairs);
  } finally {
    for (const pair of pairs) await pair.close();
  }
};

const rowOf = (name: string, peer: Contestant, [value, againstValue]: readonly number[]): BenchRow => {
  if (value === undefined || againstValue === undefined) throw new Error("a pair was not measured");
  const measured = `p95 of ${rounds} each, in turns, from an edit in one window to the observer in another`;
  const against = `${peer.configuration}; ${measured}; Panelbook: ${panelbook.configuration}`;
  return benchRow({ name, value, against, againstValue, bound: 3 });
};

/** The same edits through Panelbook's room and through another way, side by side in four windows. */
export const peerBench = (name: string, peer: Contestant): Bench => ({
  name,
  run: async () => {
    const windows = await openRigWindows();
    const origin = await openBlankOrigin();
    try {
      return rowOf(name, peer, await compare({ windows, origin }, peer));
    } finally {
      await windows.close();
      await origin.close();
    }
  },
});
