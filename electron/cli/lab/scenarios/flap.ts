import { anyEdit, order } from "../script/edits";
import type { LabEvent } from "../script/events";
import type { Scenario, ScriptFacts } from "./scenario";

const cuts = { small: 5, full: 100 } as const;
const longestMs = 3000;

const oneCut = ({ random, hosts, text }: ScriptFacts): readonly LabEvent[] => {
  const host = random.pick(hosts);
  return [
    anyEdit(random, random.pick(hosts), text),
    order({ do: "cut", host }),
    anyEdit(random, random.pick(hosts), text),
    order({ do: "wait", seconds: random.below(longestMs) / 1000 }),
    order({ do: "heal", host }),
    order({ do: "wait", seconds: random.below(longestMs / 2) / 1000 }),
  ];
};

/** Somebody walks along the edge of the Wi-Fi. */
export const flap: Scenario = {
  name: "flap",
  promise: "However often hosts are cut off at random moments, nothing is lost and nothing doubled.",
  absent: 0,
  script: (facts) => Array.from({ length: cuts[facts.size] }, () => oneCut(facts)).flat(),
  limits: { convergeMs: 30_000, patienceMs: 90_000 },
};
