import type { Hash, LoopId, PersonId, QuestionId, Timestamp } from "../ids";
import type { Slot } from "../loop/plan";
import type { Answer, Card, ExerciseAnswer } from "./card";

const blankEvidence = (): ExerciseAnswer => ({ rating: { kind: "blank" }, ticks: [], notes: [] });

const blankAnswer = (questionId: QuestionId): Answer => ({ questionId, state: "open", ...blankEvidence() });

/** An empty card for a slot: one answer per planned question, in the planned order. */
export const newCard = (
  slot: Slot,
  author: { readonly loopId: LoopId; readonly personId: PersonId; readonly kitRoot: Hash },
  startedAt: Timestamp,
): Card => ({
  format: "panelbook-card",
  formatVersion: 1,
  ...author,
  slotId: slot.slotId,
  answers: slot.questionIds.map(blankAnswer),
  exercise: slot.exerciseId === null ? null : blankEvidence(),
  overall: { kind: "blank" },
  takeaway: "",
  amendReason: "",
  startedAt,
});
