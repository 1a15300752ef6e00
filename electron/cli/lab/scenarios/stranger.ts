import { anyEdits, everySeal } from "../script/edits";
import type { Scenario } from "./scenario";

/** Somebody in the same network who was never let in. */
export const stranger: Scenario = {
  name: "stranger",
  promise:
    "A stranger on the cable reads no name and no text, gets no message, fills no room and stops nobody.",
  absent: 0,
  strangers: true,
  script: ({ random, size, hosts, text }) => [
    ...anyEdits(random, hosts, 6, text),
    { do: "stranger", frames: size === "full" ? 100_000 : 3000, sockets: 200 },
    ...anyEdits(random, hosts, 6, text),
    ...everySeal(hosts),
  ],
  limits: { convergeMs: 15_000, patienceMs: 60_000 },
};
