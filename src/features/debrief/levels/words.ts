import { actTrouble } from "../../../bindings/act-trouble";
import type { LevelLine, Standing } from "../../../domain/debrief/level-reading";
import type { Trouble } from "../../../ui/error-card";

const standings: readonly (readonly [Standing, string])[] = [
  ["above", "above"],
  ["at", "at"],
  ["below", "below"],
  ["notSaid", "where the evidence does not say"],
  ["notRead", "not read yet"],
];

/** How one reading stands to the level hired for. */
export const standingWords: Readonly<Record<Standing, string>> = {
  above: "above the level hired for",
  at: "at the level hired for",
  below: "below the level hired for",
  notSaid: "the evidence does not say",
  notRead: "not read yet",
};

/** "Hired for Junior: 3 at, 1 below, 3 not read yet". */
export const levelsLine = (lines: readonly LevelLine[], levelName: string): string => {
  const counts = standings
    .map(([standing, word]) => ({ word, count: lines.filter((line) => line.standing === standing).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`);
  return `Hired for ${levelName}: ${counts.join(", ")}`;
};

export const levelTrouble = (error: { readonly type: string }): Trouble =>
  actTrouble(error, {
    what: "The level could not be signed",
    safe: "What you wrote is still on this screen.",
  });
