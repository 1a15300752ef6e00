import { anyEdits, everySeal, order } from "../script/edits";
import type { LabEvent } from "../script/events";
import type { Scenario, ScriptFacts } from "./scenario";

/** Longer than the time after which a connection is given up. */
const outageSeconds = { small: 12, full: 45 } as const;

const oneOutage = ({ random, size, hosts, text }: ScriptFacts, host: number): readonly LabEvent[] => [
  ...anyEdits(random, hosts, 3, text),
  order({ do: "cut", host }),
  { do: "handOver", host, text: text() },
  ...anyEdits(random, hosts, 4, text),
  order({ do: "wait", seconds: outageSeconds[size] }),
  order({ do: "heal", host }),
  { do: "agree" },
];

/** One host after the other is away, and works on. In a small run it is one host only. */
export const outage: Scenario = {
  name: "outage",
  promise: "A host that was away agrees with the others within ten seconds after it is back.",
  absent: 0,
  script: (facts) => {
    const away = facts.size === "full" ? facts.hosts : [facts.random.pick(facts.hosts.slice(1))];
    return [...away.flatMap((host) => oneOutage(facts, host)), ...everySeal(away.slice(0, 1))];
  },
  limits: { convergeMs: 10_000, patienceMs: 60_000 },
};
