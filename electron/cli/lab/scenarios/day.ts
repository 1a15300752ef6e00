import { order } from "../script/edits";
import type { Scenario } from "./scenario";

/** What a panel of eight does in a day, for each of them; 57,600 characters and 40 hand-offs together. */
const wholeDay = { ratings: 12, ticks: 60, characters: 7200, handOffs: 5, minutes: 10 } as const;
const shortDay = { ratings: 3, ticks: 12, characters: 400, handOffs: 1, minutes: 3 } as const;

/** A whole day in minutes, in a full room with bad air; then the reveal. */
export const day: Scenario = {
  name: "day",
  promise: "After a day of eight panelists with 20 % loss and 300 ms delay every host has the same record.",
  absent: 0,
  script: ({ size, hosts, tag }) => [
    ...hosts.flatMap((host) => [
      order({ do: "loss", host, percent: 20 }),
      order({ do: "delay", host, ms: 300 }),
    ]),
    { do: "day", quota: { ...(size === "full" ? wholeDay : shortDay), tag } },
    { do: "agree" },
    { do: "closeLoop" },
  ],
  limits: { convergeMs: 120_000, patienceMs: 300_000 },
};
