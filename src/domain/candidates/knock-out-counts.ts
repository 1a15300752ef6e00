import type { Hash, KitItemId } from "../ids";
import type { Application } from "./application";
import type { KnockOutResult } from "./knock-out";
import { knockOutWaits, type Standing, standingOf } from "./standing";

/** What one wording of a knock-out question did to the applications that answered it. */
export interface KnockOutCount {
  readonly questionId: KitItemId;
  readonly wordingVersion: Hash;
  readonly prompt: string;
  readonly asked: number;
  /** Its disqualifying answer was confirmed by a person. */
  readonly removed: number;
  readonly overruled: number;
  /** Nobody has looked at the disqualifying answer yet. */
  readonly waiting: number;
}

const outcomeOf = (
  standing: Standing,
  result: KnockOutResult,
): "removed" | "overruled" | "waiting" | null => {
  if (!result.disqualifies) return null;
  if (standing.overruled) return "overruled";
  if (knockOutWaits(standing)) return "waiting";
  return standing.cause === "knockOut" ? "removed" : null;
};

/** Counts by question and wording, in the order in which they were first met. */
export const countKnockOuts = (applications: readonly Application[]): readonly KnockOutCount[] => {
  const counts = new Map<string, KnockOutCount>();
  for (const standing of applications.map(standingOf)) {
    for (const result of standing.results) {
      const { questionId, wordingVersion, prompt } = result;
      const key = `${questionId} ${wordingVersion}`;
      const none = { questionId, wordingVersion, prompt, asked: 0, removed: 0, overruled: 0, waiting: 0 };
      const known = counts.get(key) ?? none;
      const outcome = outcomeOf(standing, result);
      const more = outcome === null ? {} : { [outcome]: known[outcome] + 1 };
      counts.set(key, { ...known, asked: known.asked + 1, ...more });
    }
  }
  return [...counts.values()];
};
