import { anyEdits, everySeal, order } from "../script/edits";
import type { Scenario } from "./scenario";

/** The laptop that facilitates and runs the signaling is gone for good. */
export const hostLeaves: Scenario = {
  name: "host-leaves",
  promise:
    "When the laptop that runs the signaling leaves for good the others keep in step, a deputy takes over, and a new laptop joins.",
  absent: 1,
  script: ({ random, size, hosts, newcomer, text }) => {
    if (newcomer === null) throw new Error("everybody is in: nobody can come later");
    const [leaving = 0, deputy = 1] = hosts;
    const left = hosts.filter((host) => host !== leaving);
    const edits = size === "full" ? 20 : 5;
    return [
      ...anyEdits(random, hosts, edits, text),
      ...everySeal([leaving]),
      { do: "agree" },
      { do: "leave", host: leaving },
      ...anyEdits(random, left, edits, text),
      { do: "agree" },
      { do: "takeOver", host: deputy, reason: "The facilitator’s laptop is broken." },
      order({ do: "join", host: newcomer }),
      ...anyEdits(random, [...left, newcomer], edits, text),
      { do: "agree" },
    ];
  },
  limits: { convergeMs: 15_000, patienceMs: 90_000 },
};
