import type { Page } from "playwright-core";
import { z } from "zod";
import { openRigWindows, type RigWindows } from "../../../../tests/support/webrtc-rig/rig-windows";
import { type Bench, type BenchRow, benchRow, percentile } from "../bench";
import { clockOffset, type RoundTrip } from "../edit/clock-offset";
import { probeWindows, type WindowProbe } from "../edit/probe";
import { type BlankOrigin, openBlankOrigin } from "../page/blank-origin";
import { pageScript, panelbooksPeer } from "../page/page-script";
import { panelbook } from "./contestants";

const rounds = 12;
const pings = 20;

/** One reconnection and the same bytes on a bare channel. Milliseconds and bytes. */
interface Round {
  readonly merge: number;
  readonly raw: number;
  readonly sent: number;
  readonly difference: number;
}

const mergedSchema = z.object({ at: z.number(), bytes: z.number(), first: z.number() });
const exchangeSchema = z.object({ start: z.number(), end: z.number() });
type Two<Value> = readonly [Value, Value];

const ask = (page: Page, call: string, ...given: readonly unknown[]): Promise<unknown> =>
  page.evaluate(`reconnect.${call}(${given.map((value) => JSON.stringify(value)).join(", ")})`);
const text = async (page: Page, call: string, ...given: readonly unknown[]): Promise<string> =>
  z.string().parse(await ask(page, call, ...given));

/** How far the second window's clock is ahead. */
const offsetOf = async (probe: WindowProbe): Promise<number> => {
  const trips: RoundTrip[] = [];
  for (let count = 0; count < pings; count += 1) trips.push(await probe.ping(64));
  return clockOffset(trips).offset;
};

const meet = async ([one, other]: Two<Page>, offset: number) => {
  await Promise.all([ask(one, "join"), ask(other, "join")]);
  const first = mergedSchema.parse(await ask(one, "merged"));
  const second = mergedSchema.parse(await ask(other, "merged"));
  const start = Math.min(first.first, second.first - offset);
  return { merge: Math.max(first.at, second.at - offset) - start, sent: first.bytes + second.bytes };
};

const bytesOf = (update: string): number => Buffer.from(update, "base64").length;

/** Both differences at once over a bare channel, each applied by one call. */
const exchange = async ([one, other]: Two<Page>, updates: Two<string>, offset: number): Promise<number> => {
  await ask(one, "accept", await text(other, "answer", await text(one, "offer")));
  const [first, second] = await Promise.all([
    ask(one, "exchange", updates[0], bytesOf(updates[1])),
    ask(other, "exchange", updates[1], bytesOf(updates[0])),
  ]);
  const [here, there] = [exchangeSchema.parse(first), exchangeSchema.parse(second)];
  return Math.max(here.end, there.end - offset) - Math.max(here.start, there.start - offset);
};

const play = async (pages: Two<Page>, server: string): Promise<Round> => {
  const [one, other] = pages;
  const vectors = [
    await text(one, "work", { laptop: 0, server }),
    await text(other, "work", { laptop: 1, server }),
  ] as const;
  const updates = [await text(one, "lacking", vectors[1]), await text(other, "lacking", vectors[0])] as const;
  const [probe] = await probeWindows(one, other);
  const offset = await offsetOf(probe);
  const met = await meet(pages, offset);
  if ((await text(one, "digest")) !== (await text(other, "digest"))) throw new Error("the two differ");
  await Promise.all([ask(one, "leave"), ask(other, "leave")]);
  const raw = await exchange(pages, updates, offset);
  return { ...met, raw, difference: updates.reduce((sum, update) => sum + bytesOf(update), 0) };
};

const openPages = async (windows: RigWindows, origin: BlankOrigin, script: string): Promise<Two<Page>> => {
  const open = async (index: number): Promise<Page> => {
    const page = await windows.window(index);
    await page.goto(origin.url);
    await page.evaluate(script);
    return page;
  };
  return [await open(0), await open(1)];
};

const playAll = async (): Promise<readonly Round[]> => {
  const origin = await openBlankOrigin();
  const server = await panelbook.serve(new URL(origin.url).origin, "");
  const windows = await openRigWindows();
  const script = await pageScript("tests/bench/sync/reconnect.ts", "reconnectPage", panelbooksPeer);
  const played: Round[] = [];
  try {
    // The first round warms the program up.
    for (let round = 0; round <= rounds; round += 1)
      played.push(await play(await openPages(windows, origin, script), server.url));
  } finally {
    await windows.close();
    await server.close();
    await origin.close();
  }
  return played.slice(1);
};

let played: Promise<readonly Round[]> | null = null;

/** One measuring for both rows of a run. */
const roundsOfThisRun = (): Promise<readonly Round[]> => {
  played ??= playAll();
  return played;
};

const middle = (values: readonly number[]): number => percentile(values, 0.5);
const setting = `two laptops that worked a full day of four panelists each apart; middle of ${rounds}`;

const mergeRow = (all: readonly Round[]): BenchRow =>
  benchRow({
    name: "reconnect-merge",
    value: middle(all.map(({ merge }) => merge)),
    against: `the same bytes both ways on a bare data channel and one Yjs apply each; ${setting}, from the first byte on the channel to both documents whole`,
    againstValue: middle(all.map(({ raw }) => raw)),
    bound: 3,
  });

const bytesRow = (all: readonly Round[]): BenchRow =>
  benchRow({
    name: "reconnect-bytes",
    unit: "bytes",
    value: middle(all.map(({ sent }) => sent)),
    against: `the two state differences; ${setting}, everything on the channel until both documents are whole`,
    againstValue: middle(all.map(({ difference }) => difference)),
    bound: 1.3,
  });

export const reconnectMergeBench: Bench = {
  name: "reconnect-merge",
  run: async () => mergeRow(await roundsOfThisRun()),
};

export const reconnectBytesBench: Bench = {
  name: "reconnect-bytes",
  run: async () => bytesRow(await roundsOfThisRun()),
};
