import { seededRandom } from "../../seeded-random";
import { textsOf } from "../script/edits";
import type { LabEvent, Size } from "../script/events";
import { bigLoop } from "./big-loop";
import { bundle } from "./bundle";
import { calm } from "./calm";
import { clockSkew } from "./clock-skew";
import { day } from "./day";
import { flap } from "./flap";
import { forger } from "./forger";
import { hostLeaves } from "./host-leaves";
import { kill } from "./kill";
import { lateJoin } from "./late-join";
import { loss } from "./loss";
import { outage } from "./outage";
import type { Scenario, ScriptFacts } from "./scenario";
import { stranger } from "./stranger";

export const scenarios: readonly Scenario[] = [
  calm,
  loss,
  outage,
  flap,
  kill,
  hostLeaves,
  lateJoin,
  bigLoop,
  stranger,
  forger,
  clockSkew,
  bundle,
  day,
];

export const scenarioNamed = (name: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  throw new Error(`there is no scenario ${name}; there are ${scenarios.map((one) => one.name).join(", ")}`);
};

export interface Play extends Pick<ScriptFacts, "hosts" | "newcomer"> {
  readonly seed: number;
  readonly size: Size;
}

/** What every text of a script begins with after its bracket, and nothing else does. */
export const tagOf = (name: string, seed: number): string => `${name} ${seed}`;

/** The whole script of a scenario. One seed gives one script. */
export const scriptOf = (
  { name, script }: Scenario,
  { hosts, newcomer, seed, size }: Play,
): readonly LabEvent[] => {
  const random = seededRandom(seed);
  const tag = tagOf(name, seed);
  return script({ random, size, hosts, newcomer, tag, text: textsOf(tag, random) });
};
