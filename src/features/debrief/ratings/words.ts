import { actTrouble } from "../../../bindings/act-trouble";
import { listed } from "../../../bindings/name-lists";
import type { Movement } from "../../../domain/debrief/movement";
import type { Trouble } from "../../../ui/error-card";

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

/** "2 → 3, towards the others (median 3.5), closer to Ana and Ben", "stays at 2". */
export const movementLine = (
  { from, to, others, way, closerTo }: Movement,
  nameOf: (personId: string) => string,
): string => {
  if (way === "stayed") return `stays at ${oneDecimal(to)}`;
  const step = `${oneDecimal(from)} → ${oneDecimal(to)}`;
  const median = others === null ? "" : ` (median ${oneDecimal(others)})`;
  const closer = closerTo.length === 0 ? "" : `, closer to ${listed(closerTo.map(nameOf))}`;
  if (way === "across") return `${step}${closer}`;
  return `${step}, ${way === "towards" ? "towards" : "away from"} the others${median}${closer}`;
};

export const ratingTrouble = (error: { readonly type: string }): Trouble =>
  actTrouble(error, {
    what: "The rating could not be signed",
    safe: "Your first rating stays as it is, and what you wrote is still on this screen.",
  });
