import { counted, listed } from "../../../bindings/name-lists";
import { fewestForLeniency, type Leniency } from "../../../domain/debrief/leniency";
import type { StructureScore } from "../../../domain/debrief/structure-score";
import type { Trouble } from "../../../ui/error-card";
import { finalistsTrouble } from "../finalists/words";

/** What other loops say about this one's raters and about how it was run. */

/** Less than this, in scale steps, nobody could tell from chance. */
const level = 0.1;

const togetherWords = ({ items, candidates }: Leniency): string =>
  `${counted(items, "item")} that others rated too, with ${counted(candidates, "candidate")}`;

/** How somebody rates beside their colleagues, or how much is missing until that can be told. */
export const leniencySentence = (name: string, leniency: Leniency): string => {
  const together = togetherWords(leniency);
  if (leniency.kind === "tooLittle")
    return `${name}: too little to tell, ${together}; it takes ${fewestForLeniency.items} and ${fewestForLeniency.candidates}.`;
  const steps = Math.abs(leniency.steps);
  if (steps < level) return `${name} rates like the others: ${together}.`;
  const way = leniency.steps > 0 ? "higher" : "lower";
  return `${name} rates ${steps.toFixed(1)} steps ${way} than the others on average: ${together}.`;
};

/** What the sentences rest on, and what they do not say. */
export const leniencyGround = (loops: number): string =>
  loops === 0
    ? "No other loop on this laptop is decided: how people rate beside each other is told from this one alone."
    : `Told from first ratings in this loop and ${counted(loops, "decided loop")} on this laptop; people are known by their names. It says who rates higher than whom, not who is right.`;

/** "Other loops of this role: 7 of 10 and 8 of 11." */
export const otherStructures = (scores: readonly StructureScore[]): string =>
  scores.length === 0
    ? "No other loop of this role is decided on this laptop to hold beside it."
    : `Other loops of this role had ${listed(scores.map(({ met, logged }) => `${met} of ${logged}`))}.`;

export const acrossTrouble = (error: { readonly type: string }): Trouble => finalistsTrouble(error);
