import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, openLab } from "../../electron/cli/lab/lab";
import { whyNoLab } from "../../electron/cli/lab/net/requirements";
import { type Played, playScenario } from "../../electron/cli/lab/play/play-scenario";
import { scenarioNamed } from "../../electron/cli/lab/scenarios";
import { writeResults } from "../../electron/dev/full-results";
import { isFullRun, rounds } from "../support/full-run";

const why = await whyNoLab();
const seed = 20261123;
const minute = 60_000;

interface Panel {
  /** How its results are filed. */
  readonly key: string;
  readonly name: string;
  readonly hosts: number;
  /** So many of them are in the loop at the start. */
  readonly present: number;
  readonly clocksOffMs: readonly number[];
  /** True where somebody who was never let in has a place on the cable. */
  readonly spare: boolean;
  /** Each plays on what the ones before it left of one and the same loop. */
  readonly scenarios: readonly string[];
}

/** Late joining comes first, since the others need everybody; the day ends the loop. */
const badAir: Panel = {
  key: "bad-air",
  name: "laptops on bad air",
  hosts: rounds(3, 8),
  present: rounds(2, 7),
  clocksOffMs: [],
  spare: false,
  scenarios: ["late-join", "calm", "loss", "outage", "flap", "kill", "day"],
};

/** Everything here happens with clocks that differ by hours; what somebody leaves for good comes late, and the end is last. */
const badLuck: Panel = {
  key: "bad-luck",
  name: "laptops whose clocks are wrong, among strangers and forgers",
  hosts: rounds(5, 8),
  present: rounds(3, 6),
  clocksOffMs: scenarioNamed("clock-skew").clocksOffMs ?? [],
  spare: true,
  scenarios: ["stranger", "bundle", "forger", "host-leaves", "big-loop", "clock-skew"],
};

const playPanel = (panel: Panel): void => {
  let lab: Lab;
  const heard: string[] = [];
  const played: Played[] = [];

  beforeAll(async () => {
    lab = await openLab({ ...panel, seed, say: (line) => heard.push(line) });
  });
  afterAll(async () => {
    await lab?.close();
    if (isFullRun) console.log(`Written: ${await writeResults(`lab-${panel.key}`, { seed, played })}`);
  });

  for (const scenario of panel.scenarios.map(scenarioNamed))
    it(
      `${scenario.name}: ${scenario.promise}`,
      async () => {
        heard.length = 0;
        const size = isFullRun ? "full" : "small";
        const say = (line: string) => heard.push(line);
        const result = await playScenario(lab, scenario, { seed, size, say });
        played.push(result);
        console.log(JSON.stringify(result.verdict));
        expect(result.verdict, heard.join("\n")).toMatchObject({
          converged: true,
          lost: 0,
          duplicated: 0,
          holds: true,
        });
      },
      rounds(5 * minute, 120 * minute),
    );
};

for (const panel of [badAir, badLuck])
  describe.skipIf(why !== null)(`${panel.name} (seed ${seed})${why === null ? "" : `: ${why}`}`, () =>
    playPanel(panel),
  );
