import { setTimeout } from "node:timers/promises";
import { kitAt } from "../../../tests/bench/library/many-kits";
import type { Launched } from "../../dev/launch";
import { type Bench, benchRow, percentile } from "./bench";
import { libraryProfile, startLibrary } from "./library/library-profile";
import { openKit, watchKits } from "./library/open-kit";

/** How many kits the small library has: each is opened once a start, since a second opening shows what is remembered. */
const kits = 10;
const starts = 3;
/** What one window's last kit set going is over before the other's is opened. */
const restMs = 300;

const withBoth = async (act: (few: Launched, many: Launched) => Promise<void>): Promise<void> => {
  const few = await startLibrary(await libraryProfile(kits));
  try {
    const many = await startLibrary(await libraryProfile(10_000));
    try {
      await act(few, many);
    } finally {
      await many.close();
    }
  } finally {
    await few.close();
  }
};

/** The same ten kits in either library, in turns. */
const sample = async (few: Launched, many: Launched, values: number[], peers: number[]): Promise<void> => {
  await Promise.all([few.page, many.page].map(watchKits));
  for (let index = 0; index < kits; index += 1) {
    const sides = [
      { page: few.page, times: peers },
      { page: many.page, times: values },
    ];
    for (const { page, times } of index % 2 === 0 ? sides : sides.reverse()) {
      await setTimeout(restMs);
      times.push(await openKit(page, kitAt(index).title));
    }
  }
};

/** Opening a kit where there are 10,000 beside opening it where there are 10. */
export const openKitBench: Bench = {
  name: "open-kit-10k",
  run: async () => {
    const [values, peers]: [number[], number[]] = [[], []];
    for (let start = 0; start < starts; start += 1)
      await withBoth((few, many) => sample(few, many, values, peers));
    return benchRow({
      name: "open-kit-10k",
      value: percentile(values, 0.5),
      against: `the same kits in a library of ${kits}; from the press on a kit's link in the library until it is painted, median of ${values.length} first openings each, in turns (p95 ${percentile(values, 0.95).toFixed(1)} and ${percentile(peers, 0.95).toFixed(1)} ms)`,
      againstValue: percentile(peers, 0.5),
      bound: 1.3,
    });
  },
};
