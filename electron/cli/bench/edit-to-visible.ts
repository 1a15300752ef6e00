import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../../dev/build-state";
import { type Bench, type BenchRow, benchRow, percentile } from "./bench";
import { clockOffset } from "./edit/clock-offset";
import { dataSync, openForSync } from "./edit/disk";
import { type Ping, probeWindows, type WindowProbe } from "./edit/probe";
import { type TwoLaptops, twoLaptops } from "./edit/two-laptops";

const rounds = 240;
const warmUps = 20;

/** One edit and one of each of its peers. Milliseconds. */
export interface Sample {
  /** The key reached the writer's window, by its clock. */
  readonly pressed: number;
  /** The reader's window showed it, by the reader's clock. */
  readonly seen: number;
  readonly ping: Ping;
  readonly askMain: number;
  readonly dataSync: number;
}

/** Two laptops at one question, each with a probe in its window. */
interface Stage {
  readonly laptops: TwoLaptops;
  readonly writer: WindowProbe;
  readonly reader: WindowProbe;
}

/** Space marks the question as asked or opens it anew; either changes one sentence in the colleague's window. */
const edit = async ({ laptops, writer, reader }: Stage): Promise<Pick<Sample, "pressed" | "seen">> => {
  await reader.watch();
  await laptops.writer.press("Space");
  return { seen: await reader.seen(), pressed: await writer.lastPress() };
};

/** Edits until everything is warm; gives the length of the longest message that one edit sends. */
const warmUp = async (stage: Stage): Promise<number> => {
  await stage.writer.weigh();
  for (let count = 0; count < warmUps; count += 1) await edit(stage);
  return stage.writer.weighed();
};

/** The edit and its three peers in turns, so that whatever else the machine does meets all four alike. */
const takeSamples = async (stage: Stage, folder: string): Promise<readonly Sample[]> => {
  const bytes = await warmUp(stage);
  const file = await openForSync(join(folder, "probe"));
  const samples: Sample[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      samples.push({
        ping: await stage.writer.ping(bytes),
        askMain: await stage.writer.askMain(),
        dataSync: dataSync(file, bytes),
        ...(await edit(stage)),
      });
    }
  } finally {
    await file.close();
  }
  return samples;
};

const p95 = (values: readonly number[]): number => percentile(values, 0.95);

const shown = (milliseconds: number): string => milliseconds.toFixed(2);

/** The row of a run. The clocks' offset comes from the same bare channel that is the peer. */
export const editRow = (samples: readonly Sample[]): BenchRow => {
  const { offset, uncertainty } = clockOffset(samples.map(({ ping }) => ping));
  const value = p95(samples.map(({ seen, pressed }) => seen - offset - pressed));
  const channel = p95(samples.map(({ ping }) => ping.received - offset - ping.sent));
  const question = p95(samples.map(({ askMain }) => askMain));
  const disk = p95(samples.map((sample) => sample.dataSync));
  return benchRow({
    name: "edit-to-visible",
    value,
    against: `one-way bare data channel (${shown(channel)}) + IPC round trip (${shown(question)}) + fdatasync (${shown(disk)}), p95 of ${samples.length} each, in turns with the edit; the edit from the key press in one window to the changed sentence in the other's DOM; clocks within ${shown(uncertainty)} ms`,
    againstValue: channel + question + disk,
    bound: 5,
  });
};

const measure = async (folder: string): Promise<BenchRow> => {
  const laptops = await twoLaptops(folder);
  try {
    const [writer, reader] = await probeWindows(laptops.writer.page, laptops.reader.page);
    return editRow(await takeSamples({ laptops, writer, reader }, folder));
  } finally {
    await laptops.close();
  }
};

/** From a key press on one laptop to what a colleague's window shows: the built program, sealed and strict, two Electrons. */
export const editToVisibleBench: Bench = {
  name: "edit-to-visible",
  run: async () => {
    await ensureBuilt();
    const folder = await mkdtemp(join(tmpdir(), "panelbook-edit-"));
    try {
      return await measure(folder);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
