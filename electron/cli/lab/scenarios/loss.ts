import { anyEdits, everySeal, order } from "../script/edits";
import type { LabEvent } from "../script/events";
import type { Scenario } from "./scenario";

const badAir = (hosts: readonly number[]): readonly LabEvent[] =>
  hosts.flatMap((host) => [order({ do: "loss", host, percent: 20 }), order({ do: "delay", host, ms: 300 })]);

/** A full room with a weak access point. */
export const loss: Scenario = {
  name: "loss",
  promise: "With every fifth frame lost and 300 ms each way everything arrives, and nothing twice.",
  absent: 0,
  script: ({ random, size, hosts, text }) => [
    ...badAir(hosts),
    ...anyEdits(random, hosts, size === "full" ? 60 : 10, text),
    ...everySeal(hosts.slice(-1)),
    { do: "agree" },
  ],
  limits: { convergeMs: 60_000, patienceMs: 180_000 },
};
