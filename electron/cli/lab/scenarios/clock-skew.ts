import { anyEdits, everySeal } from "../script/edits";
import type { Scenario } from "./scenario";

const hour = 3_600_000;

/** Nobody's clock is right, and no two are wrong alike. */
export const clockSkew: Scenario = {
  name: "clock-skew",
  promise: "With clocks that differ by hours everything arrives, and every card is shown to be independent.",
  absent: 0,
  clocksOffMs: [0, 5 * hour, -7 * hour, 26 * hour, -1 * hour, 2 * hour, -30 * hour, 9 * hour],
  script: ({ random, size, hosts, text }) => [
    ...anyEdits(random, hosts, size === "full" ? 40 : 8, text),
    ...everySeal(hosts),
    { do: "agree" },
    { do: "closeLoop" },
  ],
  limits: { convergeMs: 10_000, patienceMs: 60_000 },
};
