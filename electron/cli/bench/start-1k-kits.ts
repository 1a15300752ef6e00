import { z } from "zod";
import { projectRoot } from "../../dev/project-root";
import { type Bench, benchRow, percentile } from "./bench";
import { libraryProfile } from "./library/library-profile";
import { type Ready, startOf } from "./page/start-of";

const rounds = 7;
const warmUps = 2;
const patienceMs = 60_000;
const [few, many] = [10, 1_000] as const;

/**
 * The paint of the library's rows, and where the window was busy after that, the end of it: what takes longer than 50 ms and
 * began within the second after the paint keeps a person waiting. Both are times the window remembers by itself.
 */
const interactive = `new Promise((done) => {
  const busy = [];
  new PerformanceObserver((list) => busy.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  const end = (painted) => {
    const ends = busy.filter(({ startTime }) => startTime < painted + 1000).map((task) => task.startTime + task.duration);
    done(performance.timeOrigin + Math.max(painted, ...ends));
  };
  new PerformanceObserver((list) => {
    for (const { element, renderTime } of list.getEntries())
      if (element?.closest("main")) setTimeout(end, Math.max(0, renderTime + 1500 - performance.now()), renderTime);
  }).observe({ type: "largest-contentful-paint", buffered: true });
})`;

const libraryThere: Ready = async (page) => {
  await page.getByRole("row").nth(few).waitFor({ timeout: patienceMs });
  return z.number().parse(await page.evaluate(interactive));
};

/** Starting with 1,000 kits beside starting with 10. */
export const startKitsBench: Bench = {
  name: "start-1k-kits",
  run: async () => {
    const profiles = { few: await libraryProfile(few), many: await libraryProfile(many) };
    const [values, peers]: [number[], number[]] = [[], []];
    for (let round = 0; round < warmUps + rounds; round += 1) {
      peers.push(await startOf(projectRoot, profiles.few, libraryThere));
      values.push(await startOf(projectRoot, profiles.many, libraryThere));
    }
    return benchRow({
      name: "start-1k-kits",
      value: percentile(values.slice(warmUps), 0.5),
      against: `the same with ${few} kits; from the process's start until the library's rows are painted and the window is free for whoever acts, median of ${rounds} in turns`,
      againstValue: percentile(peers.slice(warmUps), 0.5),
      bound: 1.3,
    });
  },
};
