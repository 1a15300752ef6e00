import type { Exercise } from "../../../domain/kit/kit";

export type PhaseName = "preparation" | "answer" | "questions";

/** One part of an exercise that has minutes of its own. */
export interface Phase {
  readonly name: PhaseName;
  readonly minutes: number;
}

const minutesAtHome = /\bat home\b|\bbefore(hand)?\b/i;

/** "30 minutes on site" is part of the day, "two hours, at home" is not. */
const preparationMinutes = (preparation: string): number => {
  const found = minutesAtHome.test(preparation) ? null : /(\d+)\s*min/i.exec(preparation);
  return found === null ? 0 : Number(found[1]);
};

/** The parts of an exercise for which the kit has minutes, in their order. What is left of the whole is for questions. */
export const phasesOf = ({
  minutes,
  responseMinutes,
  preparation,
}: Pick<Exercise, "minutes" | "responseMinutes" | "preparation">): readonly Phase[] => {
  const answer = responseMinutes ?? minutes ?? 0;
  const phases: readonly Phase[] = [
    { name: "preparation", minutes: preparationMinutes(preparation) },
    { name: "answer", minutes: answer },
    { name: "questions", minutes: Math.max(0, (minutes ?? 0) - answer) },
  ];
  return phases.filter((phase) => phase.minutes > 0);
};

export type PhasePace = "calm" | "closing" | "over";

/** `closing` in the last tenth of a phase, at least its last minute; `over` once its minutes are past. */
export const phasePace = (elapsedMs: number, minutes: number): PhasePace => {
  const left = minutes * 60_000 - elapsedMs;
  if (left <= 0) return "over";
  return left <= Math.max(60_000, minutes * 6_000) ? "closing" : "calm";
};
