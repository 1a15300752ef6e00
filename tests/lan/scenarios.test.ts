import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, openLab } from "../../electron/cli/lab/lab";
import { whyNoLab } from "../../electron/cli/lab/net/requirements";
import { playScenario } from "../../electron/cli/lab/play/play-scenario";
import { calm } from "../../electron/cli/lab/scenarios/calm";
import { flap } from "../../electron/cli/lab/scenarios/flap";
import { kill } from "../../electron/cli/lab/scenarios/kill";
import { lateJoin } from "../../electron/cli/lab/scenarios/late-join";
import { loss } from "../../electron/cli/lab/scenarios/loss";
import { outage } from "../../electron/cli/lab/scenarios/outage";
import type { Verdict } from "../../electron/cli/lab/scenarios/scenario";
import { writeResults } from "../../electron/dev/full-results";
import { isFullRun, rounds } from "../support/full-run";

const why = await whyNoLab();
const seed = 20261123;
const hosts = rounds(3, 8);
const minute = 60_000;

/** Late joining comes first, since the others need everybody; then what each does to one and the same loop. */
const played = [lateJoin, calm, loss, outage, flap, kill];

describe.skipIf(why !== null)(
  `${hosts} hosts in one loop (seed ${seed})${why === null ? "" : `: ${why}`}`,
  () => {
    let lab: Lab;
    const heard: string[] = [];
    const verdicts: Verdict[] = [];

    beforeAll(async () => {
      lab = await openLab({ hosts, present: hosts - 1, seed, say: (line) => heard.push(line) });
    });
    afterAll(async () => {
      await lab?.close();
      if (isFullRun) console.log(`Written: ${await writeResults("lab", { seed, verdicts })}`);
    });

    for (const scenario of played) {
      it(
        `${scenario.name}: ${scenario.promise}`,
        async () => {
          heard.length = 0;
          const size = isFullRun ? "full" : "small";
          const say = (line: string) => heard.push(line);
          const { verdict } = await playScenario(lab, scenario, { seed, size, say });
          verdicts.push(verdict);
          console.log(JSON.stringify(verdict));
          expect(verdict, heard.join("\n")).toMatchObject({
            converged: true,
            lost: 0,
            duplicated: 0,
            holds: true,
          });
        },
        rounds(5 * minute, 120 * minute),
      );
    }
  },
);
