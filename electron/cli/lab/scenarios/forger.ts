import { anyEdits, everySeal } from "../script/edits";
import type { Scenario } from "./scenario";

/** A member whose program was changed. */
export const forger: Scenario = {
  name: "forger",
  promise:
    "A member changes nobody else's card, roster, plan or reveal, and every attempt is shown as refused.",
  absent: 0,
  script: ({ random, size, hosts, text }) => [
    ...anyEdits(random, hosts, 6, text),
    ...everySeal(size === "full" ? hosts : hosts.slice(0, 1)),
    { do: "agree" },
    { do: "forge", host: hosts.at(-1) ?? 0 },
    { do: "agree" },
    ...(size === "full" ? [{ do: "closeLoop" } as const] : []),
  ],
  // Roster, plan, call; a card under another name. A card taken out or written over is put back and is no entry any more.
  limits: { convergeMs: 15_000, patienceMs: 60_000, refused: 4 },
};
