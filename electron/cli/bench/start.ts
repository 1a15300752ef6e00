import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { z } from "zod";
import { ensureBuilt } from "../../dev/build-state";
import { machineSwitches, prepareRuntime } from "../../dev/launch";
import { projectRoot } from "../../dev/project-root";
import { type Bench, benchRow, percentile } from "./bench";
import { emptyApp } from "./page/empty-app";

const rounds = 7;
/** Chromium keeps a compiled script from its second use on. */
const warmUps = 2;
const patienceMs = 60_000;

/** Starts an app as a person does: nothing holds it back until a debugger is there. */
const spawnApp = async (app: string, profile: string): Promise<ChildProcess> => {
  const { runtime, env } = await prepareRuntime();
  const args = [...(await machineSwitches()), app, `--user-data-dir=${profile}`, "--remote-debugging-port=0"];
  return spawn(runtime.binary, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
};

/** Where the window can be watched from, as the program prints it long before the window is there. */
const debuggerAddress = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    let text = "";
    child.stderr?.on("data", (bytes: Buffer) => {
      text += bytes.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address !== undefined) done(address);
    });
    child.once("close", () => fail(new Error(`the program ended before it had a window:\n${text}`)));
  });

const windowOf = async (browser: Browser): Promise<Page> => {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("the program has no session");
  const [page] = context.pages();
  return page ?? context.waitForEvent("page", { timeout: patienceMs });
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closing = new Promise((done) => child.once("close", done));
  child.kill("SIGTERM");
  await closing;
};

/** Waits until a person can act in the window; gives that moment in milliseconds since 1970. */
type Ready = (page: Page) => Promise<number>;

/** Milliseconds from the start of the process until the window is ready. */
const startOf = async (app: string, profile: string, ready: Ready): Promise<number> => {
  const started = Date.now();
  const child = await spawnApp(app, profile);
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child));
    const milliseconds = (await ready(await windowOf(browser))) - started;
    await browser.close();
    return milliseconds;
  } finally {
    await ended(child);
  }
};

const firstPaint = `new Promise((done) => {
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === "first-contentful-paint") done(performance.timeOrigin + startTime);
  });
  observer.observe({ type: "paint", buffered: true });
})`;

/** Nothing but one heading: ready at its paint, which the window remembers from before it was watched. */
const painted: Ready = async (page) => z.number().parse(await page.evaluate(firstPaint));

/** The largest thing a library without kits paints is the sentence beside its button. */
const libraryPaint = `new Promise((done) => {
  const observer = new PerformanceObserver((list) => {
    for (const { element, renderTime } of list.getEntries())
      if (element?.closest("main")) done(performance.timeOrigin + renderTime);
  });
  observer.observe({ type: "largest-contentful-paint", buffered: true });
})`;

/**
 * The library has read the disk: it shows its heading and what one does with no kit. When, the window remembers, as
 * for the empty one: the way to whoever watches is not part of starting.
 */
const libraryThere: Ready = async (page) => {
  const heading = page.getByRole("heading", { name: "Library", level: 1 });
  const button = page.getByRole("button", { name: "Add the bundled kit" }).first();
  await Promise.all([heading, button].map((part) => part.waitFor({ timeout: patienceMs })));
  return z.number().parse(await page.evaluate(libraryPaint));
};

/** Starts of a profile that was used before, in turns with an empty window of the same Electron. */
export const startBench: Bench = {
  name: "start",
  run: async () => {
    await ensureBuilt();
    const folder = await mkdtemp(join(tmpdir(), "panelbook-start-"));
    const values: number[] = [];
    const peers: number[] = [];
    try {
      const empty = await emptyApp(join(folder, "empty"), "<h1>Empty</h1>");
      for (let round = 0; round < warmUps + rounds; round += 1) {
        peers.push(await startOf(empty, join(folder, "empty-profile"), painted));
        values.push(await startOf(projectRoot, join(folder, "panelbook-profile"), libraryThere));
      }
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    return benchRow({
      name: "start",
      value: percentile(values.slice(warmUps), 0.5),
      against: `an empty Electron window from its process's start to its first paint; the app to the paint of the library's first sentence beside its buttons, median of ${rounds} in turns`,
      againstValue: percentile(peers.slice(warmUps), 0.5),
      bound: 2,
    });
  },
};
