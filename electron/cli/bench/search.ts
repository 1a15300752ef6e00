import { queriesFor } from "../../../tests/bench/library/queries";
import { type Bench, benchRow, percentile } from "./bench";
import { openFindPage, typeQuery } from "./library/find-page";
import { libraryProfile, startLibrary } from "./library/library-profile";

const seed = 20261123;
const queries = 25;
const warmUps = 5;
/** What the smallest of the libraries holds: queries are meant for kits that are in both. */
const smallest = 1_000;
/** A frame of a screen that draws sixty a second. What was found is drawn in a later one: see `find-page` for what is measured. */
const frameMs = 16;

/** Milliseconds until the search's worker answered each keystroke, over so many kits, in the real program. */
const keystrokes = async (kits: number): Promise<readonly number[]> => {
  const launched = await startLibrary(await libraryProfile(kits));
  try {
    const { page } = launched;
    await openFindPage(page);
    for (const query of queriesFor(warmUps, smallest, seed + 1)) await typeQuery(page, query);
    const times: number[] = [];
    for (const query of queriesFor(queries, smallest, seed)) times.push(...(await typeQuery(page, query)));
    return times;
  } finally {
    await launched.close();
  }
};

const measured = new Map<number, Promise<readonly number[]>>();

/** Once for all rows of a run. */
const keystrokesIn = (kits: number): Promise<readonly number[]> => {
  const known = measured.get(kits) ?? keystrokes(kits);
  measured.set(kits, known);
  return known;
};

const said = (times: readonly number[]): string =>
  `p99 of ${times.length} keystrokes of ${queries} queries, a quarter of their words misspelt, from asking the worker until its answer (median ${percentile(times, 0.5).toFixed(1)}, most ${Math.max(...times).toFixed(1)} ms)`;

/** An answer of the search's worker over 1,000 kits beside a frame of the screen. */
export const searchThousandBench: Bench = {
  name: "search-1k",
  run: async () => {
    const times = await keystrokesIn(1_000);
    return benchRow({
      name: "search-1k",
      value: percentile(times, 0.99),
      against: `a frame of 16 ms; 1,000 kits, ${said(times)}`,
      againstValue: frameMs,
      bound: 1,
    });
  },
};

/** The same over 10,000 kits beside that over 1,000. */
export const searchTenThousandBench: Bench = {
  name: "search-10k",
  run: async () => {
    const few = await keystrokesIn(1_000);
    const many = await keystrokesIn(10_000);
    return benchRow({
      name: "search-10k",
      value: percentile(many, 0.99),
      against: `the same over 1,000 kits; 10,000 kits, ${said(many)}`,
      againstValue: percentile(few, 0.99),
      bound: 8,
    });
  },
};
