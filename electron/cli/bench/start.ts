import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ensureBuilt } from "../../dev/build-state";
import { projectRoot } from "../../dev/project-root";
import { type Bench, benchRow, percentile } from "./bench";
import { emptyApp } from "./page/empty-app";
import { type Ready, startOf } from "./page/start-of";

const rounds = 7;
/** Chromium keeps a compiled script from its second use on. */
const warmUps = 2;
const patienceMs = 60_000;

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
