import { cpus, loadavg } from "node:os";
import { writeResults } from "../../dev/full-results";
import { type Lab, openLab } from "./lab";
import { whyNoLab } from "./net/requirements";
import { type CliOptions, labOptions } from "./options";
import { type Played, playScenario } from "./play/play-scenario";
import { scenarioNamed } from "./scenarios";
import type { Scenario, Verdict } from "./scenarios/scenario";
import { holdSession } from "./session";

/** As automake and others count it: this machine cannot say whether it holds. */
const skippedCode = 77;

/** Standard output belongs to what was asked for; how it goes on stands beside it. */
const say = (line: string): void => console.error(line);

const verdictText = (verdict: Verdict, scenario: Scenario): string =>
  [scenario.promise, ...Object.entries(verdict).map(([name, value]) => `  ${name}: ${value}`)].join("\n");

/** How many programs wanted to run over the last minute: more than there are cores, and figures of time are too large. */
const load = (): string => `${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`;

const keep = async (
  { verdict, facts }: Played,
  options: CliOptions,
  loadBefore: string,
  minutes: number,
): Promise<void> => {
  const figures = {
    seed: options.seed,
    load: { before: loadBefore, after: load() },
    minutes,
    verdict,
    facts,
  };
  say(`Written: ${await writeResults(`lab-${verdict.scenario}`, figures)}`);
};

const playOne = async (lab: Lab, scenario: Scenario, options: CliOptions): Promise<number> => {
  const size = options.full ? "full" : "small";
  const [started, loadBefore] = [performance.now(), load()];
  const played = await playScenario(lab, scenario, { seed: options.seed, size, say });
  const { verdict } = played;
  const minutes = Math.round((performance.now() - started) / 6000) / 10;
  if (options.full) await keep(played, options, loadBefore, minutes);
  console.log(options.json ? JSON.stringify(verdict) : verdictText(verdict, scenario));
  return verdict.holds ? 0 : 1;
};

const main = async (): Promise<number> => {
  // Every driven program listens for this one's end; a hundred restarts are no leak.
  process.setMaxListeners(0);
  const options = labOptions(process.argv.slice(2));
  const scenario = options.scenario === null ? null : scenarioNamed(options.scenario);
  const why = await whyNoLab();
  if (why !== null) {
    say(`The lab is skipped: ${why}.`);
    return skippedCode;
  }
  const present = options.hosts - (scenario?.absent ?? 0);
  const clocksOffMs = scenario?.clocksOffMs ?? [];
  const spare = scenario?.strangers ?? false;
  const lab = await openLab({ ...options, present, clocksOffMs, spare, say });
  // Ctrl C closes as `quit` does; a second one ends at once, and the guards clean up.
  process.once("SIGINT", () => void lab.close().then(() => process.exit(130)));
  try {
    if (scenario !== null) return await playOne(lab, scenario, options);
    await holdSession(lab);
    return 0;
  } finally {
    await lab.close();
  }
};

main().then(
  (code) => {
    process.exit(code);
  },
  (error: unknown) => {
    console.error("The lab failed:", error);
    process.exit(1);
  },
);
