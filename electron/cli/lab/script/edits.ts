import type { SeededRandom } from "../../seeded-random";
import type { Order } from "../orders";
import type { LabEvent } from "./events";

const phrases = [
  "named the partner and the month",
  "could not say who owned it",
  "keeps one list with the partner",
  "moved the date twice and said so",
  "gave the sum without looking it up",
] as const;

/** Makes texts that occur once in a script, so that each can be looked for. */
export const textsOf = (tag: string, random: SeededRandom): (() => string) => {
  let made = 0;
  return () => {
    made += 1;
    return `[${tag} ${made}] ${random.pick(phrases)}`;
  };
};

/** What one person does next on their card. */
export const anyEdit = (random: SeededRandom, host: number, text: () => string): LabEvent => {
  const dice = random.below(10);
  if (dice < 3) return { do: "rate", host, points: 1 + random.below(3) };
  if (dice < 5) return { do: "tick", host, letter: random.pick(["a", "b"]) };
  if (dice < 7) return { do: "note", host, text: text() };
  if (dice < 8) return { do: "next", host };
  return { do: "handOver", host, text: text() };
};

/** So many edits by anybody of these hosts, in any order. */
export const anyEdits = (
  random: SeededRandom,
  hosts: readonly number[],
  count: number,
  text: () => string,
): readonly LabEvent[] => Array.from({ length: count }, () => anyEdit(random, random.pick(hosts), text));

export const order = (what: Order): LabEvent => ({ do: "order", order: what });

export const everySeal = (hosts: readonly number[]): readonly LabEvent[] =>
  hosts.map((host) => ({ do: "seal", host }));
