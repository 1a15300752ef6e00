import { anyEdits, everySeal, order } from "../script/edits";
import type { LabEvent } from "../script/events";
import type { Scenario } from "./scenario";

/** Everybody's part to the first laptop, and from there everything to everybody. */
const round = (first: number, others: readonly number[], again: boolean): readonly LabEvent[] => [
  ...others.map((from): LabEvent => ({ do: "carry", from, to: first, part: "own" })),
  ...others.map((to): LabEvent => ({ do: "carry", from: first, to, part: "whole", again })),
];

/** No network at all: a stick goes round. */
export const bundle: Scenario = {
  name: "bundle",
  promise:
    "Without any network a stick brings every laptop everything; taken twice it changes nothing, and a damaged or a wrong file is refused.",
  absent: 0,
  script: ({ random, size, hosts, text }) => {
    const [first = 0, ...others] = hosts;
    return [
      ...hosts.map((host) => order({ do: "cut", host })),
      ...hosts.map((host): LabEvent => ({ do: "handOver", host, text: text() })),
      ...anyEdits(random, hosts, size === "full" ? 40 : 6, text),
      ...everySeal(hosts),
      ...round(first, others, true),
      { do: "carryBroken", from: first, to: others[0] ?? first, part: "whole" },
      // The first round brings the cards, the second what every laptop signed about having them.
      ...round(first, others, false),
      { do: "agree" },
      ...hosts.map((host) => order({ do: "heal", host })),
    ];
  },
  limits: { convergeMs: 15_000, patienceMs: 60_000 },
};
