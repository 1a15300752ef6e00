import { anyEdits, everySeal, order } from "../script/edits";
import type { Scenario } from "./scenario";

/** Somebody in the same network who was never let in. */
export const stranger: Scenario = {
  name: "stranger",
  promise:
    "A stranger on the cable reads no name and no text, gets no message, fills no room and stops nobody.",
  absent: 0,
  strangers: true,
  script: ({ random, size, hosts, text }) => [
    ...anyEdits(random, hosts, 3, text),
    {
      do: "stranger",
      frames: size === "full" ? 100_000 : 3000,
      sockets: 200,
      // Somebody comes back, everybody works on, and all agree while it goes on.
      meanwhile: [
        order({ do: "kill", host: hosts.at(-1) ?? 0 }),
        order({ do: "start", host: hosts.at(-1) ?? 0 }),
        ...anyEdits(random, hosts, 6, text),
        ...everySeal(size === "full" ? hosts : hosts.slice(0, 1)),
        { do: "agree" },
      ],
    },
  ],
  // What reaches the room does not open, and the room says that somebody tried.
  limits: { convergeMs: 15_000, patienceMs: 60_000, refused: 1 },
};
