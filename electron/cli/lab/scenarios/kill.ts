import type { LabEvent } from "../script/events";
import type { Scenario, ScriptFacts } from "./scenario";

const kills = { small: 10, full: 200 } as const;
const longestMs = 2500;

const oneKill = ({ random, hosts, text }: ScriptFacts): readonly LabEvent[] => {
  const host = random.pick(hosts);
  return [
    { do: "rate", host, points: 1 + random.below(3) },
    { do: "killWhileTyping", host, text: text(), afterMs: random.below(longestMs) },
  ];
};

/** Batteries fall out. */
export const kill: Scenario = {
  name: "kill",
  promise: "Whenever a host is killed, everything its screen called saved is there after the restart.",
  absent: 0,
  script: (facts) => Array.from({ length: kills[facts.size] }, () => oneKill(facts)).flat(),
  limits: { convergeMs: 30_000, patienceMs: 90_000 },
};
