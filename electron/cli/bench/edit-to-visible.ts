import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ensureBuilt } from "../../dev/build-state";
import type { Bench } from "./bench";
import { dataSync, openForSync } from "./edit/disk";
import { editRow, type Sample } from "./edit/edit-row";
import { probeWindows, type WindowProbe } from "./edit/probe";
import { type TwoLaptops, twoLaptops } from "./edit/two-laptops";

const rounds = 240;
const warmUps = 20;
/** What an edit sets going, writing and drawing in both windows, is over by then: the peers are not slowed by it. */
const pauseMs = 80;

/** Two laptops at one question, each with a probe in its window. */
interface Stage {
  readonly laptops: TwoLaptops;
  readonly writer: WindowProbe;
  readonly reader: WindowProbe;
}

/** Space marks the question as asked or opens it anew; either changes one sentence in the colleague's window. */
const edit = async ({
  laptops,
  writer,
  reader,
}: Stage): Promise<Pick<Sample, "pressed" | "observed" | "shown">> => {
  await reader.watch();
  await laptops.writer.press("Space");
  return { ...(await reader.seen()), pressed: await writer.lastPress() };
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
      await setTimeout(pauseMs);
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

const measureIn = async (folder: string): Promise<readonly Sample[]> => {
  const laptops = await twoLaptops(folder);
  try {
    const [writer, reader] = await probeWindows(laptops.writer.page, laptops.reader.page);
    return await takeSamples({ laptops, writer, reader }, folder);
  } finally {
    await laptops.close();
  }
};

const measure = async (): Promise<readonly Sample[]> => {
  await ensureBuilt();
  const folder = await mkdtemp(join(tmpdir(), "panelbook-edit-"));
  try {
    return await measureIn(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

let measured: Promise<readonly Sample[]> | null = null;

/** One measuring for both rows of a run. */
const samplesOfThisRun = (): Promise<readonly Sample[]> => {
  measured ??= measure();
  return measured;
};

const editBench = (name: string, bound: number): Bench => ({
  name,
  run: async () => editRow(name, bound, await samplesOfThisRun()),
});

/** From a key press on one laptop to a colleague's document and its observers: the built program, sealed and strict, two Electrons. */
export const editToVisibleBench = editBench("edit-to-visible", 5);

/** The same edits under the closer bound of a day's sync. */
export const syncLatencyBench = editBench("sync-latency", 4);
