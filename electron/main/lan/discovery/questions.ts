import type { DiscoveryLimits } from "./discovery-limits";

/** Asks at growing distances, then at a steady one, for as long as somebody looks. */
export interface Questions {
  readonly start: () => void;
  readonly stop: () => void;
}

export const createQuestions = (
  limits: Pick<DiscoveryLimits, "questionsAtMs" | "questionEveryMs">,
  ask: () => void,
): Questions => {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  return {
    start: () => {
      for (const at of limits.questionsAtMs) timers.add(setTimeout(ask, at));
      timers.add(setInterval(ask, limits.questionEveryMs));
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
