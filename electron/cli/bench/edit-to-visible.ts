import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ensureBuilt } from "../../dev/build-state";
import type { Bench, BenchRow } from "./bench";
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

const measure = async (folder: string): Promise<BenchRow> => {
  const laptops = await twoLaptops(folder);
  try {
    const [writer, reader] = await probeWindows(laptops.writer.page, laptops.reader.page);
    return editRow(await takeSamples({ laptops, writer, reader }, folder));
  } finally {
    await laptops.close();
  }
};

/** From a key press on one laptop to a colleague's document and its observers: the built program, sealed and strict, two Electrons. */
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
