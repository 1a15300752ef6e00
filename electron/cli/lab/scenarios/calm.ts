import { anyEdits, everySeal } from "../script/edits";
import type { Scenario } from "./scenario";

/** Nothing is in the way. */
export const calm: Scenario = {
  name: "calm",
  promise: "Without any trouble all hosts show the same, and every sealed card is on all of them.",
  absent: 0,
  script: ({ random, size, hosts, text }) => [
    ...anyEdits(random, hosts, size === "full" ? 60 : 12, text),
    ...everySeal(hosts),
  ],
  limits: { convergeMs: 10_000, patienceMs: 60_000 },
};
