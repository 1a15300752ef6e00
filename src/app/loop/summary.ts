import type { LoopPhase } from "../../bindings/services";
import type { LoopView } from "../../domain/loop/loop-view";
import type { StoredLoop } from "../../store/repositories/loop-repository";

const phaseOf = (view: LoopView): LoopPhase => {
  if (view.decision !== null) return "decided";
  if (view.day.ended !== null) return view.day.ended.cause;
  if (view.reveal !== null) return "revealed";
  return view.cards.some((card) => card.sealed.length > 0 || card.progress !== null) ? "live" : "planned";
};

/** The loop's row in the list, brought up to date with what the loop says now; the same object where nothing changed. */
export const updatedSummary = (stored: StoredLoop, view: LoopView): StoredLoop => {
  const { plan, kit } = view;
  if (plan === null) return stored;
  const fresh: StoredLoop = {
    ...stored,
    me: view.me?.personId ?? stored.me,
    candidateName: plan.candidate.name,
    kitTitle: plan.kit.title,
    kitId: plan.kit.kitId,
    levelName: kit?.levels.find(({ id }) => id === plan.levelId)?.name ?? stored.levelName,
    phase: phaseOf(view),
    day: plan.slots.map((slot) => slot.startsAt.slice(0, 10)).sort()[0] ?? "",
  };
  return JSON.stringify(fresh) === JSON.stringify(stored) ? stored : fresh;
};
