import { seededRandom } from "../../seeded-random";
import { textsOf } from "../script/edits";
import type { LabEvent, Size } from "../script/events";
import { bigLoop } from "./big-loop";
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
import type { Scenario } from "./scenario";
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
  day,
];

export const scenarioNamed = (name: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  throw new Error(`there is no scenario ${name}; there are ${scenarios.map((one) => one.name).join(", ")}`);
};

export interface Play {
  /** So many hosts are in the loop. */
  readonly members: number;
  /** So many stand in its roster. */
  readonly hosts: number;
  readonly seed: number;
  readonly size: Size;
}

/** The whole script of a scenario. One seed gives one script. */
export const scriptOf = (
  { name, script }: Scenario,
  { members, hosts, seed, size }: Play,
): readonly LabEvent[] => {
  const random = seededRandom(seed);
  const text = textsOf(`${name} ${seed}`, random);
  const newcomer = members < hosts ? members : null;
  return script({ random, size, hosts: Array.from({ length: members }, (_, host) => host), newcomer, text });
};
