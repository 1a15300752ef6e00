import type { Page } from "playwright-core";
import { z } from "zod";
import { recordText } from "../../../src/domain/record/record-text";
import { type Bench, benchRow, percentile } from "./bench";
import { hrRecord } from "./pack/hr-file";
import { openTimedWindow } from "./page/timed-window";

const rounds = 5;

const exported = z.object({ tookMs: z.number(), heldUpMs: z.number() });

/** The window at work and at rest in turns, each for as long as an export takes. */
const measure = async (page: Page) => {
  await page.evaluate(`windowBench.open(${JSON.stringify(recordText(hrRecord()))})`);
  const [values, peers]: [number[], number[]] = [[], []];
  // The first export reads the worker's code.
  await page.evaluate("windowBench.exportPack()");
  for (let round = 0; round < rounds; round += 1) {
    const { tookMs, heldUpMs } = exported.parse(await page.evaluate("windowBench.exportPack()"));
    values.push(heldUpMs);
    peers.push(z.number().parse(await page.evaluate(`windowBench.restFor(${tookMs})`)));
  }
  return { value: percentile(values, 0.5), againstValue: percentile(peers, 0.5) };
};

/** How long a window is held up at most while the HR file is made beside it. */
export const exportWindowBlockBench: Bench = {
  name: "export-window-block",
  run: async () => {
    const { page, close } = await openTimedWindow();
    try {
      return benchRow({
        name: "export-window-block",
        ...(await measure(page)),
        against: `the same window for as long while nothing is exported; how late a timer of 4 ms came at most, medians of ${rounds} in turns; the HR file of about 60 pages`,
        bound: 2,
      });
    } finally {
      await close();
    }
  },
};
