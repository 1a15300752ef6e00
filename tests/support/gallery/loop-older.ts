import type { LoopSummary } from "../../../src/bindings/services";
import { loopIdSchema } from "../../../src/domain/ids";
import { anId } from "../builders/ids";
import { dayKit } from "./loop-day";

const older = (name: string, phase: LoopSummary["phase"], day: string): LoopSummary => ({
  loopId: anId(loopIdSchema, `older-${name}`),
  candidateName: name,
  kitTitle: dayKit.title,
  levelName: "Mid",
  phase,
  day,
});

/** Other loops of the same laptop, one in nearly every state. */
export const olderLoops: readonly LoopSummary[] = [
  older("Zoë Muñoz", "decided", "2026-11-19"),
  older("Jonas Lindqvist", "planned", "2026-11-26"),
  older("", "planned", ""),
  older("Iris Moreau", "withdrawn", "2026-11-18"),
  older("Paul Odhiambo", "cancelled", "2026-11-17"),
];
