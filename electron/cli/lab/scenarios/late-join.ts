import { anyEdits, everySeal, order } from "../script/edits";
import type { Scenario } from "./scenario";

/** The last of the panel comes when the others have long begun. */
export const lateJoin: Scenario = {
  name: "late-join",
  promise: "A laptop that comes late has everything the others have.",
  absent: 1,
  script: ({ random, size, hosts, newcomer, text }) => {
    if (newcomer === null) throw new Error("everybody is in: nobody can come late");
    return [
      ...anyEdits(random, hosts, size === "full" ? 40 : 8, text),
      ...everySeal(hosts.slice(0, 1)),
      order({ do: "join", host: newcomer }),
      { do: "agree" },
    ];
  },
  limits: { convergeMs: 10_000, patienceMs: 60_000 },
};
