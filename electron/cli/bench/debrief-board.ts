import type { Page } from "playwright-core";
import { z } from "zod";
import { recordText } from "../../../src/domain/record/record-text";
import { boardRecord } from "../../../tests/bench/window/board-record";
import { type Bench, benchRow, percentile } from "./bench";
import { openTimedWindow } from "./page/timed-window";

const turns = 5;
const eachTurn = 4;

/** Milliseconds of the debrief's paintings after the first, which reads the screen's code. */
const paintings = async (page: Page, record: string): Promise<readonly number[]> => {
  await page.evaluate(`windowBench.open(${JSON.stringify(record)})`);
  await page.evaluate("windowBench.paintDebrief()");
  const times: number[] = [];
  for (let round = 0; round < eachTurn; round += 1)
    times.push(z.number().parse(await page.evaluate("windowBench.paintDebrief()")));
  return times;
};

const measure = async (page: Page) => {
  const [large, small] = [boardRecord(12, 60), boardRecord(4, 12)].map(recordText);
  if (large === undefined || small === undefined) throw new Error("two records were made");
  const [values, peers]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn += 1) {
    peers.push(...(await paintings(page, small)));
    values.push(...(await paintings(page, large)));
  }
  return { value: percentile(values, 0.5), againstValue: percentile(peers, 0.5) };
};

/** The debrief of a large panel beside that of a small one, from the change of the address to the painted screen. */
export const debriefBoardBench: Bench = {
  name: "debrief-board",
  run: async () => {
    const { page, close } = await openTimedWindow();
    try {
      return benchRow({
        name: "debrief-board",
        ...(await measure(page)),
        against: `the same screen with 4 panelists and 12 items instead of 12 and 60; medians of ${turns * eachTurn} each in turns, from the change of the address to the painted frame`,
        bound: 6,
      });
    } finally {
      await close();
    }
  },
};
