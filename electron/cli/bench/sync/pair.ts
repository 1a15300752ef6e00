import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { z } from "zod";
import type { RigWindows } from "../../../../tests/support/webrtc-rig/rig-windows";
import { probeWindows, type WindowProbe } from "../edit/probe";
import type { BlankOrigin } from "../page/blank-origin";
import { pageScript } from "../page/page-script";
import type { Contestant } from "./contestants";

const moment = z.number();

/** Two windows that one contestant keeps in step. */
export interface Pair {
  readonly probe: WindowProbe;
  /** One mark in the first window, seen in the second; by each window's own clock, in milliseconds. */
  readonly edit: () => Promise<{ readonly pressed: number; readonly seen: number }>;
  readonly close: () => Promise<void>;
}

export interface Stage {
  readonly windows: RigWindows;
  readonly origin: BlankOrigin;
}

const editOn = (writer: Page, reader: Page): Pair["edit"] => {
  let question = 0;
  return async () => {
    question += 1;
    await reader.evaluate("bench.watch()");
    const pressed = moment.parse(await writer.evaluate(`bench.edit(${question})`));
    return { pressed, seen: moment.parse(await reader.evaluate("bench.seen()")) };
  };
};

/** Questions that the rounds never reach. */
const firstTries = 100_000;

/** The first edit that arrives shows that the two have met; until then it is made again. */
const whenTogether = async (writer: Page, reader: Page): Promise<void> => {
  await reader.evaluate("bench.watch()");
  const seen = reader.evaluate("bench.seen()").then(() => true);
  for (let attempt = 0; ; attempt += 1) {
    await writer.evaluate(`bench.edit(${firstTries + attempt})`);
    const late = new Promise<false>((done) => setTimeout(() => done(false), 250));
    if (await Promise.race([seen, late])) return;
    if (attempt > 100) throw new Error("the two windows never met");
  }
};

const pagesOf = async (
  contestant: Contestant,
  { windows, origin }: Stage,
  first: number,
  server: string,
): Promise<readonly [Page, Page]> => {
  const script = await pageScript(contestant.entry, "benchPage", contestant.alias);
  const open = async (laptop: 0 | 1): Promise<Page> => {
    const page = await windows.window(first + laptop);
    await page.goto(origin.url);
    await page.evaluate(script);
    await page.evaluate(`bench.start(${JSON.stringify({ laptop, server })})`);
    return page;
  };
  return [await open(0), await open(1)];
};

/** Puts a contestant into the windows `first` and `first + 1`. */
export const openPair = async (contestant: Contestant, stage: Stage, first: number): Promise<Pair> => {
  const folder = await mkdtemp(join(tmpdir(), "panelbook-bench-"));
  const server = await contestant.serve(new URL(stage.origin.url).origin, folder);
  const close = async (): Promise<void> => {
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [writer, reader] = await pagesOf(contestant, stage, first, server.url);
    const [probe] = await probeWindows(writer, reader);
    await whenTogether(writer, reader);
    return { probe, edit: editOn(writer, reader), close };
  } catch (error) {
    await close();
    throw error;
  }
};
